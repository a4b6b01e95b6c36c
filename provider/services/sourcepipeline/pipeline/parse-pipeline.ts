import type { Parsed } from "../../../core/validation/shape/field.ts";
import { createParser } from "../../../core/validation/shape/create-parser.ts";
import { pipelineDescriptor } from "./descriptor.ts";

/**
 * Brings what a program says about a pipeline into canonical form and finds everything that is wrong with it, without
 * knowing the account. Unknown values pass.
 *
 * @example parsePipeline({ name: "shop", tasks: [] }).problems // [{ code: "NCSP103", path: "tasks", … }]
 */
export const parsePipeline = (inputs: unknown): Parsed => parse(inputs, "");

const parse = createParser(pipelineDescriptor);
