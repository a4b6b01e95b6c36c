/** What an error answer says, whatever its form. */
export interface ErrorBody {
  /** The code as text, empty when the answer has none. */
  code: string;
  message: string;
  details: string;
}

/** Reads the value under `result`; undefined when the body is not a wrapped answer. */
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
    return { code: String(error[code]), message: textOf(error, messages), details: textOf(error, details) };
  }
  return undefined;
}

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

const textOf = (error: Record<string, unknown>, names: readonly string[]): string =>
  names.map((name) => error[name]).find((value) => typeof value === "string") ?? "";
