import type { Parsed } from "../../../core/validation/shape/field.ts";
import { createParser } from "../../../core/validation/shape/create-parser.ts";
import { silence } from "../../../core/validation/silence.ts";
import { pipelineDescriptor } from "./descriptor.ts";
import { rules } from "./rules/catalogue.ts";

/**
 * Brings what a program says about a pipeline into canonical form and finds everything that is wrong with it, without
 * knowing the account. Unknown values pass.
 *
 * @example parsePipeline({ name: "shop", tasks: [] }).problems // [{ code: "NCSP103", path: "tasks", … }]
 */
export function parsePipeline(inputs: unknown): Parsed {
  if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs)) return parse(inputs, "");
  // What is silenced stands beside the pipeline, and is no part of it.
  const { silence: given, ...pipeline } = inputs as Readonly<Record<string, unknown>>;
  const parsed = parse(pipeline, "");
  if (given === undefined || given === null) return parsed;
  const { value, problems } = parseSilence(given, "silence");
  return { value: { ...(parsed.value as object), silence: value }, problems: [...parsed.problems, ...problems] };
}

const parseSilence = silence(rules, rules.NCSP902);

const parse = createParser(pipelineDescriptor);
