import { counted } from "../counted.ts";
import { formatProblem, isError, type Problem } from "../../provider/core/validation/problem.ts";

/** A pipeline with what is wrong with it. */
export interface CheckedPipeline {
  /** The data file, or the pipeline with its id. */
  readonly subject: string;
  readonly problems: readonly Problem[];
}

/** The pipelines that have problems, and how many there are, as text; without a line break at its end. */
export function formatChecked(pipelines: readonly CheckedPipeline[]): string {
  const parts = pipelines
    .filter(({ problems }) => problems.length > 0)
    .map(({ subject, problems }) => [subject, ...problems.map(problemLine)].join("\n"));
  return [...parts, summaryLine(pipelines)].join("\n\n");
}

const problemLine = (problem: Problem): string => `  ${problem.severity}: ${formatProblem(problem)}`;

function summaryLine(pipelines: readonly CheckedPipeline[]): string {
  const { errors, warnings } = countProblems(pipelines);
  const all = pipelines.flatMap(({ problems }) => problems);
  const byCode = Map.groupBy(all, ({ code }) => code);
  const codes = [...byCode]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { length }]) => `${code} ${length}`);
  const counts = `${counted(pipelines.length, "pipeline")}: ${counted(errors, "error")}, ${counted(warnings, "warning")}`;
  return codes.length === 0 ? `${counts}.` : `${counts} (${codes.join(", ")}).`;
}

/** The same for programs. */
export function checkedJson(pipelines: readonly CheckedPipeline[]): string {
  const printed = pipelines.map(({ subject, problems }) => ({
    subject,
    problems: problems.map(({ code, severity, path, message, hint }) => ({
      code,
      severity,
      path,
      what: message,
      hint,
    })),
  }));
  return JSON.stringify({ version: 1, ...countProblems(pipelines), pipelines: printed }, undefined, 2);
}

export function countProblems(pipelines: readonly CheckedPipeline[]): { errors: number; warnings: number } {
  const all = pipelines.flatMap(({ problems }) => problems);
  const errors = all.filter(isError).length;
  return { errors, warnings: all.length - errors };
}
