import type { Rule } from "./rule.ts";

/** What a pipeline looks like. */
export const shapeRules = {
  NCSP001: {
    severity: "error",
    title: "No property is unknown",
    example: `tasks: [{ name: "build", type: "SourceBuild", projectId: 20632, linkedTask: [] }]`,
    remedy: "Correct its name, or leave it out.",
  },
  NCSP002: {
    severity: "error",
    title: "Every property has the right kind of value",
    example: `description: 7`,
    remedy: "Give a value of the right kind.",
  },
  NCSP003: {
    severity: "error",
    title: "Every required property is there, and not empty",
    example: `tasks: [{ name: "deploy", type: "SourceDeploy", projectId: 12920, scenarioId: 21003 }]`,
    remedy: "Add it.",
  },
  NCSP101: {
    severity: "error",
    title: "A pipeline's name has 1 to 30 English letters, digits, `-` and `_`",
    example: `name: "shop pipeline!"`,
    remedy: "Choose another name, or leave it out: one is made from the resource's name.",
  },
  NCSP102: {
    severity: "error",
    title: "A description has at most 500 characters",
    example: `description: "long ".repeat(101)`,
    remedy: "Shorten it.",
  },
  NCSP103: {
    severity: "error",
    title: "A pipeline has at least one task",
    example: `tasks: []`,
    remedy: "Give the pipeline at least one.",
  },
  NCSP104: {
    severity: "error",
    title: "A task's name has 1 to 50 English letters, digits, `-` and `_`",
    example: `tasks: [{ name: "build & test", type: "SourceBuild", projectId: 20632 }]`,
    remedy: "Choose another name.",
  },
  NCSP105: {
    severity: "error",
    title: "A task's type is one that the service knows",
    example: `tasks: [{ name: "build", type: "SourceBuilt", projectId: 20632 }]`,
    remedy: 'Use "SourceBuild" or "SourceDeploy".',
  },
  NCSP106: {
    severity: "error",
    title: "An id is a positive whole number, or its decimal string",
    example: `tasks: [{ name: "build", type: "SourceBuild", projectId: "shop-api" }]`,
    remedy: "Give the number that the look-ups (getBuildProject, getDeployScenario, …) return.",
  },
} as const satisfies Record<string, Rule>;
