import { byId, element } from "./element.js";

/**
 * Does something for somebody who pressed a button, and tells what came of it.
 *
 * @param {() => Promise<string>} action gives what to tell
 */
export async function attempt(action) {
  try {
    notify(await action(), "done");
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), "failed");
  }
}

/**
 * Tells eyes and screen readers; the style lets it fade.
 *
 * @param {string} text
 * @param {"done" | "failed"} outcome
 */
function notify(text, outcome) {
  byId("notice", HTMLElement).replaceChildren(element("span", { "data-outcome": outcome }, text));
}
