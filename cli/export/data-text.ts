import type { PipelineData } from "../../sdk/files/pipeline-data.ts";

/** Where the form of a data file is described, from the folder of an exported program's files. */
export const schemaPath = "../node_modules/pulumi-ncloud-sourcepipeline/docs/pipeline.schema.json";

/**
 * The text of a data file: the same for the same pipeline, whatever order the service answers in.
 *
 * @param schema what stands in `$schema`, by which editors help; undefined for none
 */
export const dataText = (data: PipelineData, schema?: string): string =>
  `${JSON.stringify({ $schema: schema, ...data }, undefined, 2)}\n`;

/** What stands in `$schema` of a file that is to be written anew; undefined when nothing does. */
export function schemaOf(text: string): string | undefined {
  try {
    const { $schema: schema } = Object(JSON.parse(text)) as { $schema?: unknown };
    return typeof schema === "string" ? schema : undefined;
  } catch {
    // What is no JSON is replaced as a whole.
    return undefined;
  }
}
