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
  for (const { holder, code, message, details } of forms) {
    const error = holder === undefined ? body : body[holder];
    if (!isRecord(error) || !isCode(error[code])) continue;
    return { code: String(error[code]), message: textOf(error[message]), details: textOf(error[details]) };
  }
  return undefined;
}

const forms = [
  { holder: "error", code: "errorCode", message: "message", details: "details" },
  { holder: "error", code: "code", message: "message", details: "details" },
  { holder: "responseError", code: "returnCode", message: "returnMessage", details: "details" },
  { holder: "status", code: "code", message: "message", details: "details" },
  { holder: undefined, code: "errorCode", message: "message", details: "details" },
  { holder: undefined, code: "code", message: "msg", details: "data" },
  { holder: undefined, code: "status", message: "message", details: "error" },
] as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isCode = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
