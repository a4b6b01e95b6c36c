import * as pulumi from "@pulumi/pulumi";
import { suggestWord } from "../provider/core/validation/nearest.ts";
import { formatProblem, problem } from "../provider/core/validation/problem.ts";
import { expectedType } from "../provider/core/validation/shape/expected.ts";
import type { Field } from "../provider/core/validation/shape/field.ts";
import { bad, good } from "../provider/core/validation/shape/field.ts";
import { object, optional } from "../provider/core/validation/shape/structures.ts";
import { isUnknown } from "../provider/core/validation/unknown.ts";
import { settingNames, settingWords } from "../provider/config/settings.ts";
import { known } from "./program-mistakes.ts";
import { shapeRules } from "../provider/core/validation/shape/shape-rules.ts";

/**
 * What is wrong with the arguments of a provider as far as it is known, a line each. Never a value among it: what
 * stands under a wrong name may be a key.
 *
 * @example providerProblems("other", { accesskey: "…" })
 * // ['  Provider "other", accesskey: Unknown property "accesskey". Did you mean "accessKey"? [NCSP001]']
 */
export function providerProblems(name: string, args: unknown): string[] {
  const isWhole = !pulumi.Output.isInstance(args) && !(args instanceof Promise);
  const { problems } = settings(isWhole ? known(args) : undefined, "");
  return problems.map((found) => {
    const line = formatProblem(found);
    return `  Provider "${name}"${found.path === "" ? ":" : ","} ${line}`;
  });
}

const nonEmptyString: Field = (value, path) => {
  if (isUnknown(value) || (typeof value === "string" && value !== "")) return good(value);
  const what = expectedType("a string that is not empty", value);
  return bad(value, problem(shapeRules.NCSP002, path, what, "Give a string, or leave it out."));
};

const oneOf =
  (words: readonly string[]): Field =>
  (value, path) => {
    if (isUnknown(value) || words.some((word) => word === value)) return good(value);
    const hint = suggestWord(typeof value === "string" ? value : "", words);
    return bad(value, problem(shapeRules.NCSP002, path, "Unknown value.", hint));
  };

const fieldOf = (name: (typeof settingNames)[number]): Field => {
  const words = settingWords[name];
  return words === undefined ? nonEmptyString : oneOf(words);
};

const settings = object(
  Object.fromEntries(settingNames.map((name) => [name, optional(fieldOf(name))])),
  "an object of settings",
);
