import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Problem } from "../../provider/core/validation/problem.ts";
import { problem } from "../../provider/core/validation/problem.ts";
import { shapeRules } from "../../provider/core/validation/shape/shape-rules.ts";
import { runError } from "../run-error.ts";
import { checkPipelineData } from "./check-pipeline-data.ts";
import { checkTogether } from "./check-together.ts";
import { repeatedKeys } from "./repeated-keys.ts";

/** A data file that was read. */
export interface DataFile {
  /** Its path from the program's directory. */
  readonly path: string;
  /** Its name without the ending: that of the resource. */
  readonly resource: string;
  /** What it says; undefined where it is no JSON. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/**
 * Reads a folder of data files and finds everything that is wrong with them, alone and together, without an account.
 *
 * @param folder path of the folder; a relative one starts at the program's directory
 * @throws RunError when it cannot be read, or would declare less than it seems to
 */
export function readDataFiles(folder: string): DataFile[] {
  const files = filesIn(folder).map((name) => ({
    path: relative(process.cwd(), join(folder, name)),
    resource: name.slice(0, -ending.length),
    ...contentOf(readFileSync(join(folder, name), "utf8")),
  }));
  const together = checkTogether(files);
  return files.map((file, index) => ({ ...file, problems: [...file.problems, ...(together[index] ?? [])] }));
}

const ending = ".json";

/** In capitals, too: some systems and tools write them so. */
const isDataFile = (name: string): boolean => name.toLowerCase().endsWith(ending);

function filesIn(folder: string): string[] {
  const names = namesIn(folder).sort();
  const below = names.find((name) => isFolder(join(folder, name)) && namesIn(join(folder, name)).some(isDataFile));
  if (below !== undefined) {
    throw runError(
      `The folder ${folder} of the pipelines' data files has files in ${below}, too, which would not be read. Name the ` +
        `folder that has the files of this stack, or move them up.`,
    );
  }
  const files = names.filter(isDataFile);
  if (files.length > 0) return files;
  throw runError(
    `The folder ${folder} of the pipelines' data files has no file that ends in ${ending}: no pipeline would be ` +
      `declared, and an update would delete all of them. Name another folder, or remove the call from the program.`,
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw runError(`The folder of the pipelines' data files cannot be read: ${reasonOf(error)}`);
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function contentOf(text: string): Pick<DataFile, "value" | "problems"> {
  // Some editors begin a file with a mark that is not part of the JSON.
  const json = text.replace(/^\uFEFF/, "");
  try {
    const { value, problems } = checkPipelineData(JSON.parse(json));
    return { value, problems: [...problems, ...repeatedKeys(json).map(isRepeated)] };
  } catch (error) {
    const hint = "Correct the JSON: an editor shows where.";
    return { value: undefined, problems: [problem(shapeRules.NCSP002, "", `${reasonOf(error)}.`, hint)] };
  }
}

const isRepeated = (path: string): Problem =>
  problem(
    shapeRules.NCSP001,
    path,
    "The property is given twice, and only the last one would count.",
    "Merge the two.",
  );

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
