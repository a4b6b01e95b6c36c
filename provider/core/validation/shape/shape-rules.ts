import { defineRules } from "../rule.ts";

/** What holds for the inputs of every resource. */
export const shapeRules = defineRules({
  NCSP001: {
    severity: "error",
    about: "shape",
    title: "No property is unknown",
    hint: "Correct its name, or leave it out.",
  },
  NCSP002: {
    severity: "error",
    about: "shape",
    title: "Every property has a value of the expected type",
    hint: "Give a value of that type.",
  },
  NCSP003: {
    severity: "error",
    about: "shape",
    title: "Every required property is there, and not empty",
    hint: "Add it.",
  },
  NCSP106: {
    severity: "error",
    title: "An id is a positive whole number, or its decimal string",
    hint: "Give the number that a function returns: getBuildProject, getDeployScenario or getPipeline.",
  },
});
