import type { Rule } from "../../../../core/validation/rule.ts";

/** What a pipeline looks like. */
export const shapeRules = {
  NCSP001: {
    severity: "error",
    title: "No property is unknown",
    example: `tasks: [{ name: "build", type: "SourceBuild", projectId: 20632, linkedTask: [] }]`,
    hint: "Correct its name, or leave it out.",
  },
  NCSP002: {
    severity: "error",
    title: "Every property has the right kind of value",
    example: `description: 7`,
    hint: "Give a value of the right kind.",
  },
  NCSP003: {
    severity: "error",
    title: "Every required property is there, and not empty",
    example: `tasks: [{ name: "deploy", type: "SourceDeploy", projectId: 12920, scenarioId: 21003 }]`,
    hint: "Add it.",
  },
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
    hint: "Give the pipeline at least one.",
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
    hint: 'Use "SourceBuild" or "SourceDeploy".',
  },
  NCSP106: {
    severity: "error",
    title: "An id is a positive whole number, or its decimal string",
    example: `tasks: [{ name: "build", type: "SourceBuild", projectId: "shop-api" }]`,
    hint: "Give the number that the look-ups (getBuildProject, getDeployScenario, …) return.",
  },
} as const satisfies Record<string, Rule>;
