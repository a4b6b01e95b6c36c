/** What the text of a response turned out to be. Its `Content-Type` is no help: this cloud labels JSON as plain text. */
export type ParsedBody =
  | { readonly form: "json"; readonly value: unknown }
  | { readonly form: "empty" | "webPage" | "notJson" | "truncated"; readonly text: string };

/** What an error response contains, whatever its form. */
export interface ErrorBody {
  /** The code as a string, empty when the response has none. */
  code: string;
  message: string;
  details: string;
}

/**
 * Reads the text of a response; never throws.
 *
 * @example parseBody('{"result":{"projectId":') // { form: "truncated", text: … }
 */
export function parseBody(body: string): ParsedBody {
  const text = body.trim();
  if (text === "") return { form: "empty", text };
  if (text.startsWith("<")) return { form: "webPage", text: titleOf(text) };
  try {
    return { form: "json", value: JSON.parse(text) as unknown };
  } catch {
    return { form: /^[{["]/.test(text) ? "truncated" : "notJson", text };
  }
}

/** Reads the value under `result`; undefined when the body is not a wrapped response. */
export function readResult(body: unknown): unknown {
  return isRecord(body) && "result" in body ? body["result"] : undefined;
}

/**
 * Reads an error out of a body in any of the forms seen in this cloud (reference sections 1.5 and 1.6); undefined when
 * the body has none of them. Codes come as numbers and as strings.
 *
 * @example readError({ error: { errorCode: "200", message: "Authentication Failed" } })
 */
export function readError(body: unknown): ErrorBody | undefined {
  if (!isRecord(body)) return undefined;
  for (const { holder, code } of forms) {
    const error = holder === undefined ? body : body[holder];
    if (!isRecord(error) || !isCode(error[code])) continue;
    return { code: String(error[code]), message: stringOf(error, messages), details: stringOf(error, details) };
  }
  return undefined;
}

/** Whether there is something under `error`, in a form that `readError` knows or in another. */
export const holdsError = (body: unknown): boolean => isRecord(body) && Boolean(body["error"]);

/** Where the code stands: inside which member of the body, and under which name. */
const forms = [
  { holder: "error", code: "errorCode" },
  { holder: "error", code: "code" },
  { holder: "responseError", code: "returnCode" },
  { holder: "status", code: "code" },
  { holder: undefined, code: "errorCode" },
  { holder: undefined, code: "code" },
  { holder: undefined, code: "status" },
] as const;

const messages = ["message", "returnMessage", "msg"];
const details = ["details", "error"];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isCode = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

const stringOf = (error: Record<string, unknown>, names: readonly string[]): string =>
  names.map((name) => error[name]).find((value) => typeof value === "string") ?? "";

/** By a scan and not by one pattern: the page comes from anybody, and a pattern would start again at every `<title`. */
function titleOf(page: string): string {
  const tag = page.search(/<title/i);
  const start = tag < 0 ? 0 : page.indexOf(">", tag) + 1;
  if (start === 0) return "";
  const end = page.indexOf("<", start);
  return page.slice(start, end < 0 ? undefined : end).trim();
}
