import type { HostClock } from "../clock/host-clock.ts";
import type { ConsoleEvent, ConsoleView } from "./console-view.ts";
import { textsOf, viewChanges, type SentView } from "./view-changes.ts";

/** Tells open console pages what changes. */
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

/** Real milliseconds. Changes that come closer together are told together. */
const pace = 50;

/** Real milliseconds. Tells the time when nothing else happens, so that lost connections are noticed. */
const heartbeat = 15_000;

export function createFeed(view: () => ConsoleView, after: HostClock["after"]): Feed {
  const listeners = new Set<Send>();
  let sent: SentView | undefined;
  let stopWaiting: (() => void) | undefined;
  let isTouched = false;

  function wait(milliseconds: number): void {
    stopWaiting?.();
    stopWaiting = listeners.size > 0 ? after(milliseconds, tell) : undefined;
  }

  function tell(): void {
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
      tell();
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
