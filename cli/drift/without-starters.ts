import { knownList, knownRecord } from "../../provider/core/validation/partial.ts";
import { editDataText } from "./edit-data-text.ts";

/**
 * The text of a data file without its triggers by pipelines that are gone, which every preview would refuse; the same
 * text where it has none of them.
 *
 * @param gone the pipelines, by name and id
 */
export function withoutStarters(text: string, gone: readonly { readonly name: string; readonly id: string }[]): string {
  const data = contentOf(text);
  const triggers = knownRecord(data["triggers"]);
  const starters = knownList(triggers["pipelines"]);
  const isGone = (starter: unknown): boolean => {
    const { name, id } = knownRecord(starter);
    return gone.some((one) => (id === undefined ? one.name === name : Number(one.id) === Number(id)));
  };
  const left = starters.filter((starter) => !isGone(starter));
  if (left.length === starters.length) return text;
  const { pipelines: _, ...others } = triggers;
  const kept = left.length === 0 ? others : { ...triggers, pipelines: left };
  const { triggers: __, ...rest } = data;
  return editDataText(text, Object.keys(kept).length === 0 ? rest : { ...data, triggers: kept });
}

/** What is no JSON has no triggers. */
function contentOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return knownRecord(JSON.parse(text));
  } catch {
    return {};
  }
}
