import { categoryOf, isServiceCode, isSuccess, type Category } from "./error-codes.ts";
import type { Effect, Failure, Outcome, Reason } from "./failure.ts";
import type { Method, Operation } from "./operation.ts";
import { holdsError, parseBody, readError, readResult, type ErrorBody, type ParsedBody } from "./response-body.ts";
import { parseRetryAfter } from "./retry.ts";

/** What came back for a request. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** The timestamp that the request was signed with, in milliseconds since the epoch. */
  readonly signedAt: number;
}

/** Headers in which this cloud's gateway names a request. */
const requestIdHeaders = ["x-ncp-trace-id", "x-ncp-apigw-request-id", "x-request-id"];

/**
 * Reads the response of an operation: its result, or what went wrong. Any text is a response; nothing is thrown.
 *
 * @example readResponse(operations.deleteProject, { status: 204, headers: {}, text: "", signedAt }) // { result: … }
 */
export function readResponse(operation: Operation, response: HttpResponse): Outcome {
  const body = parseBody(response.text);
  const failWith = (reason: Reason): Outcome => ({ failure: failureOf(operation, response, body, reason) });
  if (!isSuccess(response.status)) return failWith(reasonOf(response.status, body));

  if (body.form === "empty" && operation.whenEmpty !== undefined) return { result: operation.whenEmpty };
  if (body.form !== "json") return failWith(body.form);
  if (holdsError(body.value)) return failWith("errorResponse");

  const payload = readPayload(operation, body.value);
  return payload === undefined ? failWith("otherContent") : { result: payload.value };
}

/** The content of a success. Documentation of 2024 shows it without the wrapping `result`; both are read. */
function readPayload({ result }: Operation, body: unknown): { value: unknown } | undefined {
  for (const candidate of [readResult(body), body]) {
    const parsed = result.safeParse(candidate);
    if (parsed.success) return { value: parsed.data };
  }
  return undefined;
}

function failureOf(operation: Operation, response: HttpResponse, body: ParsedBody, reason: Reason): Failure {
  const { status, headers, signedAt } = response;
  const error = body.form === "json" ? readError(body.value) : undefined;
  // The code of a success counts only where it stands in an error object: other envelopes have "200" for "fine".
  const code = isSuccess(status) && reason !== "errorResponse" ? "" : (error?.code ?? "");
  const category = reason === "errorResponse" || !isSuccess(status) ? categoryOf(status, code) : "unexpectedResponse";
  const date = Date.parse(headers["date"] ?? "");
  const isUnknownPath = reason === "errorResponse" && category === "notFound" && !isServiceCode(code);
  return {
    category,
    reason: isUnknownPath ? "unknownPath" : reason,
    effect: effectOf(operation.method, status, category),
    status,
    serviceCode: error && shorten(error.code),
    serviceMessage: messageOf(error, body),
    requestId: requestIdHeaders.map((name) => headers[name]).find((value) => value !== undefined),
    retryAfterMs: parseRetryAfter(headers["retry-after"], Number.isNaN(date) ? signedAt : date),
    ...(category === "authentication" && !Number.isNaN(date)
      ? { serviceTime: date, clockOffsetMs: date - signedAt }
      : {}),
  };
}

/**
 * Whether a response that is an error can have had an effect all the same. A refusal (4xx) has none; a server that
 * failed, whatever the status (408 is a timeout in all but name), and a success without its content may have done the
 * work.
 */
export function effectOf(method: Method, status: number, category: Category): Effect {
  if (method === "GET") return "none";
  return status >= 400 && status < 500 && category !== "server" ? "none" : "unknown";
}

function reasonOf(status: number, { form }: ParsedBody): Reason {
  // Only proxies ask for this, and whatever stands in the body, the service has not seen the request.
  if (status === 407) return "proxyAuthentication";
  if (status >= 300 && status < 400) return "redirected";
  // A proxy, or a server that is no API: the account cannot be blamed for its page, except by these two.
  return form === "webPage" && status < 500 && ![401, 429].includes(status) ? "webPage" : "errorResponse";
}

function messageOf(error: ErrorBody | undefined, body: ParsedBody): string | undefined {
  const text = error === undefined ? textOf(body) : [error.message, error.details].filter(isNew).join(": ");
  return shorten(text) || undefined;
}

const longest = 300;

/** One line, however long a server's message is. */
const shorten = (text: string): string => text.replaceAll(/\s+/g, " ").trim().slice(0, longest);

const textOf = (body: ParsedBody): string => (body.form === "json" ? "" : body.text.slice(0, 2 * longest));

const isNew = (text: string, index: number, texts: string[]): boolean => text !== "" && texts.indexOf(text) === index;
