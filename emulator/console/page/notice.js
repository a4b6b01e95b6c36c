import { byId } from "./element.js";

/** Milliseconds for which a notice stays. */
const duration = 6000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let hiding;

/**
 * Tells what came of something, to eyes and to screen readers.
 *
 * @param {string} text
 * @param {"done" | "failed"} [outcome]
 */
export function notify(text, outcome = "done") {
  const notice = byId("notice", HTMLElement);
  notice.textContent = text;
  notice.dataset["outcome"] = outcome;
  clearTimeout(hiding);
  hiding = setTimeout(() => (notice.textContent = ""), duration);
}

/**
 * Does something for somebody who pressed a button, and tells what came of it.
 *
 * @param {() => Promise<string>} action gives what to tell
 */
export async function attempt(action) {
  try {
    notify(await action());
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), "failed");
  }
}
