/** What the text of an answer turned out to be. Its `Content-Type` says little: this cloud labels JSON as plain text. */
export type ParsedBody =
  | { readonly form: "json"; readonly value: unknown }
  | { readonly form: "empty" | "webPage" | "notJson" | "truncated"; readonly text: string };

/**
 * Reads the text of an answer; never throws.
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

/** By a scan and not by one pattern: the page comes from anybody, and a pattern would start anew at every `<title`. */
function titleOf(page: string): string {
  const tag = page.search(/<title/i);
  const start = tag < 0 ? 0 : page.indexOf(">", tag) + 1;
  if (start === 0) return "";
  const end = page.indexOf("<", start);
  return page.slice(start, end < 0 ? undefined : end).trim();
}
