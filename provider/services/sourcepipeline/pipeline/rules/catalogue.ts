import { adoptionRules } from "../../../../core/resource/adoption-rules.ts";
import { defineRules, type DocumentedRule } from "../../../../core/validation/rule.ts";
import { graphRules } from "./graph-rules.ts";
import { referenceRules } from "./reference-rules.ts";
import { scheduleRules } from "./schedule-rules.ts";
import { shapeRules } from "./shape-rules.ts";
import { triggerRules } from "./trigger-rules.ts";

/** Names of pipelines beside each other. */
const nameRules = defineRules({
  NCSP112: {
    severity: "error",
    title: "No two pipelines of a program have the same name",
    example: `// Another pipeline of this program is named "base", too.
name: "base"`,
    hint: "Give one of them another name; to take over an existing pipeline, only one resource may adopt it.",
  },
  NCSP113: {
    severity: "error",
    title: "A new pipeline's name is not taken in the account",
    example: `// The account has a pipeline "base" that no resource of this program manages.
name: "base"`,
    hint: "Give it another name, or adopt the pipeline that has it.",
  },
});

/** Pipelines that exist already: the rules of every resource, with examples. */
const takenOverRules = {
  NCSP114: {
    ...adoptionRules.NCSP114,
    example: `// The account has no pipeline with this id.
adopt: "3199"`,
  },
  NCSP115: { ...adoptionRules.NCSP115, example: `adopt: "shop-web"` },
  NCSP116: {
    ...adoptionRules.NCSP116,
    example: `// Pipeline 3101 is called "base".
adopt: "3101", name: "shop"`,
  },
  NCSP117: {
    ...adoptionRules.NCSP117,
    example: `// With the option import: "3101", and the pipeline has another description.
name: "base", description: "of the program"`,
  },
} as const satisfies Record<keyof typeof adoptionRules, DocumentedRule>;

/**
 * The rules that a pipeline must keep, by code. The first digit says what a rule is about: 0 shape, 1 names and tasks,
 * 2 schedules, 3 other triggers, 4 what tasks refer to, 9 the checks themselves.
 */
export const rules = {
  ...shapeRules,
  ...graphRules,
  ...nameRules,
  ...takenOverRules,
  ...scheduleRules,
  ...triggerRules,
  ...referenceRules,
} as const satisfies Readonly<Record<string, DocumentedRule>>;

export type RuleCode = keyof typeof rules;

/** Codes of the rules that are warnings. */
export type WarningCode = {
  [Code in RuleCode]: (typeof rules)[Code]["severity"] extends "warning" ? Code : never;
}[RuleCode];
