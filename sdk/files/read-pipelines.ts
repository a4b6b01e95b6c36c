import { formatProblem, isError } from "../../provider/core/validation/problem.ts";
import { runError } from "../run-error.ts";
import type { PipelineData } from "./pipeline-data.ts";
import type { DataFile } from "./read-data-files.ts";
import { readDataFiles } from "./read-data-files.ts";

/**
 * Reads a folder of data files, one pipeline each, as `sourcepipeline export` writes them: every `.json` in it, by the
 * name of its file without the ending.
 *
 * @param folder path of the folder; a relative one starts at the program's directory
 * @throws RunError with every mistake of all files: file, path in it, what is wrong, code
 * @example ncloud.declarePipelines(ncloud.readPipelines("pipelines"));
 */
export function readPipelines(folder: string): Record<string, PipelineData> {
  const files = readDataFiles(folder);
  const mistakes = files.flatMap(mistakesOf);
  if (mistakes.length > 0) {
    throw runError(`The data files of pipelines have mistakes, so nothing was changed:\n${mistakes.join("\n")}`);
  }
  return Object.fromEntries(files.map(({ resource, value }) => [resource, withoutSchema(value)]));
}

const mistakesOf = ({ path, problems }: DataFile): string[] =>
  problems.filter(isError).map((one) => `  ${path}${one.path === "" ? ": " : ", "}${formatProblem(one)}`);

function withoutSchema(value: unknown): PipelineData {
  const { $schema: _, ...data } = value as PipelineData & { $schema?: string };
  return data;
}
