import { get } from "node:http";
import { createInterface } from "node:readline";

/** A listener to `GET /_emulator/events`. */
export interface EventStream {
  /** Waits for the next event of a name, and of what else is asked of it; those in between are passed over. */
  next(event: string, fits?: (data: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
  close(): void;
  /** Done when the connection has ended, from whichever side. */
  readonly closed: Promise<void>;
}

/** Connects and waits for the head of the response; fails when the emulator refuses. */
export function openEvents(url: string): Promise<EventStream> {
  return new Promise((resolve, reject) => {
    const request = get(`${url}/_emulator/events`, { agent: false }, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        reject(new Error(`The events were refused with ${response.statusCode}.`));
        return;
      }
      response.on("error", () => undefined);
      const lines = createInterface(response)[Symbol.asyncIterator]();
      resolve({
        next: async (event, fits = () => true) => {
          let name = "";
          for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
            const [field = "", value = ""] = line.value.split(/: (.*)/s);
            if (field === "event") name = value;
            if (field !== "data" || name !== event) continue;
            const data = JSON.parse(value) as Record<string, unknown>;
            if (fits(data)) return data;
          }
          throw new Error(`The stream ended before an event ${event} came.`);
        },
        close: () => request.destroy(),
        closed: new Promise((ended) => response.once("close", ended)),
      });
    });
    request.on("error", reject);
  });
}
