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

const titleOf = (page: string): string => /<title[^>]*>([^<]*)/i.exec(page)?.[1]?.trim() ?? "";
