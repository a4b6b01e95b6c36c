import { byId, element } from "./element.js";

/**
 * Calls an admin route.
 *
 * @param {"POST" | "DELETE"} method
 * @param {string} path below `/_emulator`
 * @param {object} [body]
 * @returns {Promise<any>} what it responded with
 * @throws {Error} with the emulator's own words.
 */
export async function callAdmin(method, path, body) {
  const response = await fetch(`/_emulator${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => undefined);
  if (response === undefined) throw new Error("The emulator cannot be reached. Is it still running?");
  const value = await response.json();
  if (value.error === undefined) return value;
  throw new Error(value.error.details || value.error.message);
}

/**
 * Does something for somebody who pressed a button, and shows what came of it.
 *
 * @param {() => Promise<string>} action returns what to show
 */
export async function attempt(action) {
  try {
    notify(await action(), "done");
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), "failed");
  }
}

/**
 * Shows a notice to eyes and screen readers; the style lets it fade.
 *
 * @param {string} text
 * @param {"done" | "failed"} outcome
 */
function notify(text, outcome) {
  byId("notice", HTMLElement).replaceChildren(element("span", { "data-outcome": outcome }, text));
}
