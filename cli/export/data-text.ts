import type { PipelineData } from "../../sdk/files/pipeline-data.ts";

/** Where the form of a data file is described, from the folder of an exported program's files. */
export const schemaPath = "../node_modules/pulumi-ncloud-sourcepipeline/docs/pipeline.schema.json";

/** What a file says beside its pipeline. */
interface OwnWords {
  /** Where the form of the file is described, by which editors help. */
  readonly $schema?: string;
  /** Which warnings are not shown, and why. */
  readonly silence?: NonNullable<PipelineData["silence"]>;
}

/** The text of a data file: the same for the same pipeline, whatever order the service answers in. */
export const dataText = ({ $schema, ...data }: PipelineData & OwnWords): string =>
  `${JSON.stringify({ $schema, ...data }, undefined, 2)}\n`;

/** What a file that is to be written anew says beside its pipeline, and no account knows. */
export function ownWords(text: string): OwnWords {
  try {
    const { $schema, silence } = Object(JSON.parse(text)) as OwnWords;
    return {
      ...(typeof $schema === "string" && { $schema }),
      ...(typeof silence === "object" && { silence }),
    };
  } catch {
    // What is no JSON is replaced as a whole.
    return {};
  }
}
