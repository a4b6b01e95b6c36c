import { shapeRules as generalRules } from "../../../../core/validation/shape/shape-rules.ts";
import { quoted } from "../../../../core/validation/nearest.ts";
import { defineRules } from "../../../../core/validation/rule.ts";
import { taskTypes } from "../../api/limits.ts";

/** What a pipeline looks like: the rules of every resource's shape, with examples, and its own. */
export const shapeRules = {
  NCSP001: {
    ...generalRules.NCSP001,
    example: `tasks: [{ name: "build", type: "SourceBuild", projectId: 20632, linkedTask: [] }]`,
  },
  NCSP002: { ...generalRules.NCSP002, example: `description: 7` },
  NCSP003: {
    ...generalRules.NCSP003,
    example: `tasks: [{ name: "deploy", type: "SourceDeploy", projectId: 12920, scenarioId: 21003 }]`,
  },
  NCSP106: {
    ...generalRules.NCSP106,
    example: `tasks: [{ name: "build", type: "SourceBuild", projectId: "shop-api" }]`,
  },
  ...defineRules({
    NCSP101: {
      severity: "error",
      title: "A pipeline's name has 1 to 30 English letters, digits, `-` and `_`",
      example: `name: "shop pipeline!"`,
      hint: "Choose another name, or leave it out: one is made from the resource's name.",
    },
    NCSP102: {
      severity: "error",
      title: "A description has at most 500 characters",
      example: `description: "long ".repeat(101)`,
      hint: "Shorten it.",
    },
    NCSP103: {
      severity: "error",
      title: "A pipeline has at least one task",
      example: `tasks: []`,
      hint: "Add at least one task.",
    },
    NCSP104: {
      severity: "error",
      title: "A task's name has 1 to 50 English letters, digits, `-` and `_`",
      example: `tasks: [{ name: "build & test", type: "SourceBuild", projectId: 20632 }]`,
      hint: "Choose another name.",
    },
    NCSP105: {
      severity: "error",
      title: "A task's type is one that the service knows",
      example: `tasks: [{ name: "build", type: "SourceBuilt", projectId: 20632 }]`,
      // No template: TypeScript 3.8 cannot read the type of one in declarations.
      hint: "Use one of ".concat(quoted(taskTypes), "."),
    },
    NCSP902: {
      severity: "error",
      title: "What is silenced is a warning of these rules",
      example: `silence: { NCSP103: "there will be tasks one day" }`,
      hint: 'Use the code of a warning, such as "NCSP406"; docs/rules.md lists them.',
    },
  }),
} as const;
