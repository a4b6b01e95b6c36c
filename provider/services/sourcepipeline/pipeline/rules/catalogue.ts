import { graphRules } from "./graph-rules.ts";
import { nameRules } from "./name-rules.ts";
import { referenceRules } from "./reference-rules.ts";
import { scheduleRules } from "./schedule-rules.ts";
import { shapeRules } from "./shape-rules.ts";
import { triggerRules } from "./trigger-rules.ts";

/**
 * The rules that a pipeline must keep, by code. Codes are for ever: one that is no longer used is not given away again.
 * The first digit says what a rule is about: 0 shape, 1 names and tasks, 2 schedules, 3 other triggers, 4 what tasks refer to,
 * 9 the checks themselves.
 */
export const rules = {
  ...shapeRules,
  ...graphRules,
  ...nameRules,
  ...scheduleRules,
  ...triggerRules,
  ...referenceRules,
} as const;

export type RuleCode = keyof typeof rules;
