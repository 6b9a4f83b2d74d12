// Every page and state in English, by axe-core: see lib/accessible.mjs.

import { accessible } from "./lib/accessible.mjs";

accessible("en");
