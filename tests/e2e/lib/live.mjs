// Live widgets in the journeys.

/** What a reader's pointer does that comes to a widget: from then on its code runs. `at`: a page or a frame. */
export const wake = (at) => at.locator("body").dispatchEvent("pointerover");

/** Waits until a chart lives. */
export const alive = (at) => at.locator("html[data-live] #picture svg").waitFor({ state: "attached" });
