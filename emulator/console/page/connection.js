import { eventNames } from "./view-state.js";
/** @import { ConsoleEvent } from "../console-view.ts" */

/** A connection that the emulator refused is tried again after so many milliseconds. */
const patience = 3000;

/**
 * Listens to the emulator while the page is visible: browsers allow few connections to one address. Each connection
 * begins with a snapshot, so that nothing is missed in between.
 *
 * @param {(event: ConsoleEvent) => void} receive
 * @param {(state: "connecting" | "live" | "lost") => void} tell
 */
export function connect(receive, tell) {
  /** @type {EventSource | undefined} */
  let source;

  const open = () => {
    source?.close();
    const opened = new EventSource("/_emulator/events");
    source = opened;
    for (const event of eventNames) {
      opened.addEventListener(event, ({ data }) => {
        receive(/** @type {ConsoleEvent} */ ({ event, data: JSON.parse(data) }));
        tell("live");
      });
    }
    opened.addEventListener("error", () => {
      tell("lost");
      // The browser itself tries again after a connection that was lost, not after one that was refused.
      if (opened.readyState === EventSource.CLOSED) setTimeout(() => opened === source && open(), patience);
    });
  };

  const follow = () => {
    if (document.visibilityState === "visible") {
      open();
      return;
    }
    source?.close();
    source = undefined;
  };
  document.addEventListener("visibilitychange", follow);
  tell("connecting");
  follow();
}
