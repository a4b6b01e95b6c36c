import { adminRoot } from "../admin/admin-root.ts";
import { ServiceFailure } from "../failure.ts";
import type { Exchange } from "../http/exchange.ts";
import type { ConsoleEvent } from "./console-view.ts";
import { listenerLimit, type Feed } from "./create-feed.ts";

export const eventsPath = `${adminRoot}/events`;

/** A listener that falls so far behind is cut off; it comes back and starts with a new snapshot. Bytes. */
const backlogLimit = 16 * 1024 * 1024;

/** Real milliseconds until a page that lost its connection comes back. */
const retry = 1000;

const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" } as const;

/**
 * Streams what happens in the emulator, until the listener goes away.
 *
 * @throws ServiceFailure when there are too many listeners.
 */
export function serveEvents({ method, response }: Exchange, feed: Feed): void {
  if (feed.isFull()) {
    throw new ServiceFailure("quotaExceeded", `${listenerLimit} listeners are connected. Close some of them.`);
  }
  response.writeHead(200, headers);
  if (method === "HEAD") {
    response.end();
    return;
  }
  response.write(`retry: ${retry}\n\n`);
  const stop = feed.listen((event) => {
    if (response.destroyed) return;
    response.write(eventText(event));
    if (response.writableLength > backlogLimit) response.destroy();
  });
  response.once("close", stop);
}

/** JSON has no line breaks of its own, so that one line of data is enough. */
const eventText = ({ event, data }: ConsoleEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
