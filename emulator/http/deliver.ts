import type { ServerResponse } from "node:http";
import type { Answer } from "../answers/answer.ts";
import type { Service } from "../service.ts";
import type { Exchange, Step } from "./exchange.ts";

/** Sends the answer, or fails to in the way that a fault rule asks for. */
export const deliver: Step<Service> = (exchange, { wallNow, settings }) => {
  deliveries[exchange.delivery](exchange, new Date(wallNow() + settings.clockOffsetMs));
};

/** @param date for the `Date` header: the gateway's clock. */
const deliveries: Readonly<Record<Exchange["delivery"], (exchange: Exchange, date: Date) => void>> = {
  send: ({ response, answer }, date) => {
    if (answer === undefined) return;
    writeAnswer(response, answer, date);
    response.end(answer.body);
  },
  truncate: ({ response, answer }, date) => {
    if (answer === undefined) return;
    const body = Buffer.from(answer.body ?? "");
    writeAnswer(response, answer, date);
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
  },
  reset: ({ request }) => {
    request.socket.resetAndDestroy();
  },
  hang: () => undefined,
};

/** Sends what the emulator itself answers; its `Date` is real time. */
export function sendAnswer({ response }: Exchange, answer: Answer, { wallNow }: Service): void {
  writeAnswer(response, answer, new Date(wallNow()));
  response.end(answer.body);
}

function writeAnswer(response: ServerResponse, { status, headers, body }: Answer, date: Date): void {
  response.sendDate = false;
  response.writeHead(status, {
    ...headers,
    date: date.toUTCString(),
    ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
  });
}
