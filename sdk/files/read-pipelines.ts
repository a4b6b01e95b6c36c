import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { formatProblem, isError } from "../../provider/core/validation/problem.ts";
import { runError } from "../run-error.ts";
import { checkPipelineData } from "./check-pipeline-data.ts";
import type { PipelineData } from "./pipeline-data.ts";

/**
 * Reads a folder of data files, one pipeline each, as `sourcepipeline export` writes them: every `.json` in it, by the
 * name of its file without the ending.
 *
 * @param folder path of the folder; a relative one starts at the program's directory
 * @throws RunError with every mistake of all files: file, path in it, what is wrong, code
 * @example ncloud.declarePipelines(ncloud.readPipelines("pipelines"));
 */
export function readPipelines(folder: string): Record<string, PipelineData> {
  const files = filesIn(folder).map((file) => ({ file, ...readFile(join(folder, file)) }));
  const mistakes = files.flatMap((file) => file.mistakes);
  if (mistakes.length > 0) {
    throw runError(`The data files of pipelines have mistakes, so nothing was changed:\n${mistakes.join("\n")}`);
  }
  return Object.fromEntries(files.map(({ file, data }) => [file.slice(0, -ending.length), data]));
}

const ending = ".json";

function filesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder);
    return names.filter((name) => name.endsWith(ending)).sort();
  } catch (error) {
    throw runError(`The folder of the pipelines' data files cannot be read: ${reasonOf(error)}`);
  }
}

/** What a file says, and a line for each mistake in it. */
function readFile(path: string): { data: PipelineData; mistakes: string[] } {
  const { value, mistakes } = contentOf(path);
  const { $schema: _, ...data } = Object(value) as PipelineData & { $schema?: string };
  const file = relative(process.cwd(), path);
  return { data, mistakes: mistakes.map((mistake) => `  ${file}${mistake}`) };
}

function contentOf(path: string): { value?: unknown; mistakes: string[] } {
  try {
    // Some editors begin a file with a mark that is not part of the JSON.
    const { value, problems } = checkPipelineData(JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, "")));
    const lines = problems.filter(isError).map((one) => (one.path === "" ? ": " : ", ") + formatProblem(one));
    return { value, mistakes: lines };
  } catch (error) {
    return { mistakes: [`: ${reasonOf(error)}`] };
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
