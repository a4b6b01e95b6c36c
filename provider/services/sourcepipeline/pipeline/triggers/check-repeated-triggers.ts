import { triggerKinds } from "./trigger-kinds.ts";
import { knownList, knownRecord } from "../../../../core/validation/partial.ts";
import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { hasUnknown } from "../../../../core/validation/unknown.ts";
import { rules } from "../rules/catalogue.ts";

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
      const signature = JSON.stringify(meaning(trigger));
      const path = `triggers.${key}[${index}]`;
      const earlier = first.get(signature);
      if (earlier === undefined) first.set(signature, path);
      return earlier === undefined ? [] : [problem(rules.NCSP304, path, `The trigger is the same as ${earlier}.`)];
    });
  });
}
