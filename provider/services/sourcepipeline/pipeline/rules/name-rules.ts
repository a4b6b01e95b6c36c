import { defineRules } from "../../../../core/validation/rule.ts";

/** Names of pipelines beside each other. */
export const nameRules = defineRules({
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
