import type { DocumentedRule } from "../../../../core/validation/rule.ts";
import { graphRules } from "./graph-rules.ts";
import { nameRules } from "./name-rules.ts";
import { referenceRules } from "./reference-rules.ts";
import { scheduleRules } from "./schedule-rules.ts";
import { shapeRules } from "./shape-rules.ts";
import { triggerRules } from "./trigger-rules.ts";

/**
 * The rules that a pipeline must keep, by code. The first digit says what a rule is about: 0 shape, 1 names and tasks,
 * 2 schedules, 3 other triggers, 4 what tasks refer to, 9 the checks themselves.
 */
export const rules = {
  ...shapeRules,
  ...graphRules,
  ...nameRules,
  ...scheduleRules,
  ...triggerRules,
  ...referenceRules,
} as const satisfies Readonly<Record<string, DocumentedRule>>;

export type RuleCode = keyof typeof rules;
