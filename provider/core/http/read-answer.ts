import { readError, readResult, type ErrorBody } from "./envelope.ts";
import { isServiceCode } from "./error-codes.ts";
import type { Operation } from "./operation.ts";
import { categoryOf, effectOf, isSuccess } from "./classify-answer.ts";
import type { Failure, Outcome, Reason } from "./failure.ts";
import { parseBody, type ParsedBody } from "./parse-body.ts";
import { parseRetryAfter } from "./retry-after.ts";

/** What came back for a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** The timestamp that the request was signed with, in milliseconds since the epoch. */
  readonly signedAt: number;
}

/** Headers in which this cloud's gateway names a request. */
const requestIdHeaders = ["x-ncp-trace-id", "x-ncp-apigw-request-id", "x-request-id"];

/**
 * Reads the answer to an operation: its result, or what went wrong. Any text is an answer; nothing is thrown.
 *
 * @example readAnswer(operations.deleteProject, { status: 204, headers: {}, text: "", signedAt }) // { result: … }
 */
export function readAnswer(operation: Operation, answer: Answer): Outcome {
  const body = parseBody(answer.text);
  if (!isSuccess(answer.status)) return { failure: failureOf(operation, answer, body, reasonOf(answer.status, body)) };

  if (body.form === "empty" && operation.whenEmpty !== undefined) return { result: operation.whenEmpty };
  if (body.form !== "json") return { failure: failureOf(operation, answer, body, body.form) };
  if (holdsError(body.value)) return { failure: failureOf(operation, answer, body, "answered") };

  const payload = readPayload(operation, body.value);
  return payload === undefined
    ? { failure: failureOf(operation, answer, body, "otherContent") }
    : { result: payload.value };
}

/** The content of a success. Documentation of 2024 shows it without the wrapping `result`; both are read. */
function readPayload({ result }: Operation, body: unknown): { value: unknown } | undefined {
  for (const candidate of [readResult(body), body]) {
    const parsed = result.safeParse(candidate);
    if (parsed.success) return { value: parsed.data };
  }
  return undefined;
}

function failureOf(operation: Operation, answer: Answer, body: ParsedBody, reason: Reason): Failure {
  const { status, headers } = answer;
  const error = body.form === "json" ? readError(body.value) : undefined;
  // The code of a success counts only where it stands in an error object: other envelopes say "200" for "fine".
  const code = isSuccess(status) && reason !== "answered" ? "" : (error?.code ?? "");
  const category = reason === "answered" || !isSuccess(status) ? categoryOf(status, code) : "unexpectedResponse";
  const date = Date.parse(headers["date"] ?? "");
  const isUnknownPath = reason === "answered" && category === "notFound" && !isServiceCode(code);
  return {
    category,
    reason: isUnknownPath ? "unknownPath" : reason,
    effect: effectOf(operation.method, status, category),
    status,
    serviceCode: error && shorten(error.code),
    serviceMessage: messageOf(error, body),
    requestId: requestIdHeaders.map((name) => headers[name]).find((value) => value !== undefined),
    retryAfterMs: parseRetryAfter(headers["retry-after"], Number.isNaN(date) ? answer.signedAt : date),
    ...(category === "authentication" && !Number.isNaN(date)
      ? { serviceTime: date, clockOffsetMs: date - answer.signedAt }
      : {}),
  };
}

function reasonOf(status: number, { form }: ParsedBody): Reason {
  // Only proxies ask for this, and whatever stands in the body, the service has not seen the request.
  if (status === 407) return "proxyAuthentication";
  if (status >= 300 && status < 400) return "redirected";
  // A proxy, or a server that is no API: the account cannot be blamed for its page, except by these two.
  return form === "webPage" && status < 500 && ![401, 429].includes(status) ? "webPage" : "answered";
}

function messageOf(error: ErrorBody | undefined, body: ParsedBody): string | undefined {
  const text = error === undefined ? textOf(body) : [error.message, error.details].filter(isNew).join(": ");
  return shorten(text) || undefined;
}

const longest = 300;

/** One line, however much a server has to say. */
const shorten = (text: string): string => text.replaceAll(/\s+/g, " ").trim().slice(0, longest);

const textOf = (body: ParsedBody): string => (body.form === "json" ? "" : body.text.slice(0, 2 * longest));

const isNew = (text: string, index: number, texts: string[]): boolean => text !== "" && texts.indexOf(text) === index;

const holdsError = (body: unknown): boolean => isRecord(body) && Boolean(body["error"]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
