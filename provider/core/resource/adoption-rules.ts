import { formatProblem, problem } from "../validation/problem.ts";
import { defineRules, type Rule } from "../validation/rule.ts";
import { ResourceError } from "./errors.ts";

/** What holds for the argument `adopt`, and for the resource option `import`, which is one more way to say it. */
export const adoptionRules = defineRules({
  NCSP114: {
    severity: "error",
    title: "What is adopted or imported by its id exists",
    hint: "Give the id of one that exists, or none to create one.",
  },
  NCSP115: {
    severity: "error",
    title: "What is adopted is meant by its id, or by `true` and a name",
    hint: "Give true and a name, or an id.",
  },
  NCSP116: {
    severity: "error",
    title: "What is adopted or imported has the program's name, and is the only one that has it",
    hint: "Give the name that it has, or leave it out.",
  },
  NCSP117: {
    severity: "error",
    title: "What is imported, or cannot be changed in place, is as the program says",
    hint: "Give the program the content that it has.",
  },
});

/** How a program says that a resource exists already. */
export type AdoptOption = "adopt" | "import";

/** How to say that a resource is created instead. */
export const removing: Readonly<Record<AdoptOption, string>> = {
  adopt: "Remove adopt to create one.",
  import: "Remove the option import to create one.",
};

/** The error of a broken rule, at the argument or the option that says what is adopted. */
export const adoptionError = (rule: Rule, option: AdoptOption, message: string, hint?: string): ResourceError =>
  new ResourceError(formatProblem(problem(rule, option, message, hint)));
