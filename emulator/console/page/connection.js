/** @import { ConsoleEvent, ConsoleView } from "../console-view.ts" */

/** The names under which events come. */
const eventNames = /** @type {const} */ (["snapshot", "changed", "removed", "replaced"]);

/** A connection that the emulator refused is tried again after so many milliseconds. */
const patience = 3000;

/**
 * Listens to the emulator while the page is visible: browsers allow few connections to one address. Each connection
 * begins with a snapshot, so that nothing is missed in between.
 *
 * @param {(event: ConsoleEvent) => void} receive
 * @param {(state: "connecting" | "live" | "lost") => void} report
 */
export function connect(receive, report) {
  /** @type {EventSource | undefined} */
  let source;

  const open = () => {
    source?.close();
    const opened = new EventSource("/_emulator/events");
    source = opened;
    for (const event of eventNames) {
      opened.addEventListener(event, ({ data }) => {
        receive(/** @type {ConsoleEvent} */ ({ event, data: JSON.parse(data) }));
        report("live");
      });
    }
    opened.addEventListener("error", () => {
      report("lost");
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
  report("connecting");
  follow();
}

/**
 * What the page shows, after an event.
 *
 * @param {ConsoleView | undefined} view
 * @param {ConsoleEvent} event
 * @returns {ConsoleView | undefined}
 */
export function viewAfter(view, { event, data }) {
  if (event === "snapshot") return data;
  if (view === undefined) return undefined;
  if (event === "replaced") return { ...view, [data.part]: data.value };

  /** @type {readonly { id: number }[]} */
  const items = view[data.list];
  if (event === "removed") return { ...view, [data.list]: items.filter(({ id }) => id !== data.id) };
  const { item } = data;
  const isShown = items.some(({ id }) => id === item.id);
  const changed = isShown ? items.map((other) => (other.id === item.id ? item : other)) : [...items, item];
  return { ...view, [data.list]: changed };
}
