import type { ServerResponse } from "node:http";
import { failures, missingFailures, type FailureName, type FailureRow, type ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import type { Settings } from "../settings.ts";
import type { HttpResponse, RequestContext } from "./context.ts";

/** A response in JSON; no newline at the end, because the vendor's SDK counts bytes from there (reference 1.5). */
export const jsonResponse = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse => ({
  status,
  headers: { "content-type": "application/json;charset=UTF-8", ...headers },
  body: JSON.stringify(value),
});

/** The error envelope for a failure, in the form that the settings ask for (reference sections 1.5 and 8). */
export function failureResponse({ failure, details, headers }: ServiceFailure, settings: Settings): HttpResponse {
  const { status, code, message } = rowFor(failure, settings);
  const fromService = typeof failures[failure].code === "number";
  return jsonResponse(
    fromService && settings.errorInsideOk ? 200 : status,
    errorEnvelope(settings.errorCodeAs === "string" ? String(code) : code, message, details),
    headers,
  );
}

/** The body of every error. */
export const errorEnvelope = (errorCode: string | number, message: string, details: string) => ({
  error: { errorCode, message, details },
});

function rowFor(failure: FailureName, { missing }: Settings): FailureRow {
  const row: FailureRow = failures[failure];
  return missingFailures.has(failure) ? missingForms[missing](row) : row;
}

const missingForms: Readonly<Record<Settings["missing"], (row: FailureRow) => FailureRow>> = {
  "400-340404": (row) => row,
  "404-340404": (row) => ({ ...row, status: 404 }),
  "404-300": () => failures.notFound,
  "400-string": (row) => ({ ...row, code: String(row.code) }),
};

/** Sends the response, or fails to as a fault rule asks for. */
export function deliver(context: RequestContext, { wallNow, settings }: Service): void {
  deliveries[context.delivery](context, new Date(wallNow() + settings.clockOffsetMs));
}

/** @param date for the `Date` header: the gateway's clock. */
const deliveries: Readonly<Record<RequestContext["delivery"], (context: RequestContext, date: Date) => void>> = {
  send: ({ serverResponse, response }, date) => {
    if (response === undefined) return;
    writeHead(serverResponse, response, date);
    serverResponse.end(response.body);
  },
  truncate: ({ serverResponse, response }, date) => {
    if (response === undefined) return;
    const body = Buffer.from(response.body ?? "");
    writeHead(serverResponse, response, date);
    serverResponse.write(body.subarray(0, Math.ceil(body.length / 2)), () => serverResponse.destroy());
  },
  reset: ({ request }) => {
    request.socket.resetAndDestroy();
  },
  hang: () => undefined,
};

/** Sends what the emulator itself responds with; its `Date` is real time. */
export function sendResponse({ serverResponse }: RequestContext, response: HttpResponse, { wallNow }: Service): void {
  writeHead(serverResponse, response, new Date(wallNow()));
  serverResponse.end(response.body);
}

function writeHead(serverResponse: ServerResponse, { status, headers, body }: HttpResponse, date: Date): void {
  serverResponse.sendDate = false;
  serverResponse.writeHead(status, {
    ...headers,
    date: date.toUTCString(),
    ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
  });
}
