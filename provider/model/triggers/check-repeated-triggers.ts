import { triggerKinds } from "../kinds/trigger-kinds.ts";
import { knownList, knownRecord } from "../partial.ts";
import { type Problem, problem } from "../problem.ts";
import { hasUnknown } from "../unknown.ts";

/** Schedules have a rule of their own: two of them may share a day only. */
const keys = ["repositories", "pipelines"] as const;

/** Finds triggers that are given twice; the later one is named. */
export function checkRepeatedTriggers(inputs: unknown): Problem[] {
  const triggers = knownRecord(knownRecord(inputs)["triggers"]);
  return keys.flatMap((key) => {
    const meaning = triggerKinds[key].meaning as (trigger: unknown) => unknown;
    const first = new Map<string, string>();
    return knownList(triggers[key]).flatMap((trigger, index) => {
      if (hasUnknown(trigger) || typeof trigger !== "object" || trigger === null) return [];
      const text = JSON.stringify(meaning(trigger));
      const place = `triggers.${key}[${index}]`;
      const earlier = first.get(text);
      if (earlier === undefined) first.set(text, place);
      return earlier === undefined ? [] : [problem("NCSP304", place, `It says the same as ${earlier}.`)];
    });
  });
}
