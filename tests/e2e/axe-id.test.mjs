// Every page and state in Indonesian, by axe-core: see lib/accessible.mjs.

import { accessible } from "./lib/accessible.mjs";

accessible("id");
