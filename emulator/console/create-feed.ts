import type { HostClock } from "../clock/host-clock.ts";
import { type ConsoleEvent, type ConsoleView, type ItemList, itemLists, wholeParts } from "./console-view.ts";

/** Sends open console pages what changes. */
export interface Feed {
  /** Says that something may have changed; what it was is found out by comparing, and only while somebody listens. */
  readonly touch: () => void;
  /** Whether there are so many listeners that no other is taken. */
  readonly isFull: () => boolean;
  /** Sends a snapshot at once and changes as they come; gives what ends it. */
  readonly listen: (send: Send) => () => void;
}

type Send = (event: ConsoleEvent) => void;

/** Each listener holds a connection and some memory. */
export const listenerLimit = 32;

/** Real milliseconds. Changes that come closer together are sent together. */
const pace = 50;

/** Real milliseconds. Sends the time when nothing else happens, so that lost connections are noticed. */
const heartbeat = 15_000;

export function createFeed(view: () => ConsoleView, after: HostClock["after"]): Feed {
  const listeners = new Set<Send>();
  let sent: SentView | undefined;
  let stopWaiting: (() => void) | undefined;
  let isTouched = false;

  function wait(milliseconds: number): void {
    stopWaiting?.();
    stopWaiting = listeners.size > 0 ? after(milliseconds, sendChanges) : undefined;
  }

  function sendChanges(): void {
    isTouched = false;
    const current = view();
    const texts = textsOf(current);
    const events = sent === undefined ? [] : viewChanges(sent, texts, current);
    sent = texts;
    for (const event of events) for (const send of listeners) send(event);
    wait(heartbeat);
  }

  return {
    touch: () => {
      if (isTouched || listeners.size === 0) return;
      isTouched = true;
      wait(pace);
    },
    isFull: () => listeners.size >= listenerLimit,
    listen: (send) => {
      // What changed so far goes to the others first: the snapshot already holds it.
      sendChanges();
      send({ event: "snapshot", data: view() });
      listeners.add(send);
      wait(heartbeat);
      return () => {
        listeners.delete(send);
        wait(heartbeat);
      };
    },
  };
}

/** A view as it was sent: the text of each item and part, to compare the next one with. */
interface SentView {
  readonly items: Readonly<Record<ItemList, ReadonlyMap<number, string>>>;
  readonly parts: Readonly<Record<string, string>>;
}

/** Texts, because much of the service is changed in place. */
const textsOf = (view: ConsoleView): SentView => ({
  items: {
    pipelines: textsById(view.pipelines),
    runs: textsById(view.runs),
    requests: textsById(view.requests),
  },
  parts: Object.fromEntries(wholeParts.map((part) => [part, JSON.stringify(view[part])])),
});

const textsById = (items: readonly { id: number }[]): Map<number, string> =>
  new Map(items.map((item) => [item.id, JSON.stringify(item)]));

/** One event for each thing that is new, different or gone. */
function viewChanges(before: SentView, after: SentView, view: ConsoleView): ConsoleEvent[] {
  return [
    ...wholeParts
      .filter((part) => before.parts[part] !== after.parts[part])
      .map((part): ConsoleEvent => ({ event: "replaced", data: { part, value: view[part] } })),
    ...itemLists.flatMap((list) => [
      ...[...before.items[list].keys()]
        .filter((id) => !after.items[list].has(id))
        .map((id): ConsoleEvent => ({ event: "removed", data: { list, id } })),
      ...view[list]
        .filter(({ id }) => before.items[list].get(id) !== after.items[list].get(id))
        .map((item): ConsoleEvent => ({ event: "changed", data: { list, item } })),
    ]),
  ];
}
