import { formatProblem, isError, type Problem } from "../../provider/core/validation/problem.ts";
import { asJson, type ReportFormats } from "../output/report-formats.ts";
import { counted } from "../output/text.ts";

/** A pipeline, or a run of one, with what is wrong with it. */
export interface CheckedPipeline {
  /** The data file, the pipeline with its id, or its resource. */
  readonly subject: string;
  readonly problems: readonly Problem[];
}

/** What a check found. */
export interface Checked {
  readonly pipelines: readonly CheckedPipeline[];
  /** The runs that a program declares. */
  readonly runs: readonly CheckedPipeline[];
  /** Why not everything could be checked, a text each: a program that failed, keys that were refused. Errors. */
  readonly failures: readonly string[];
  /** What was looked up, and what was not, a sentence each. */
  readonly notes: readonly string[];
}

/** How the result of a check is printed. */
export const checkFormats: ReportFormats<Checked> = {
  text: { print: formatChecked },
  json: { help: "print JSON", print: checkedJson },
};

/** What has problems, and how many there are. */
function formatChecked(checked: Checked): string {
  const { pipelines, runs, failures, notes } = checked;
  const parts = [...pipelines, ...runs]
    .filter(({ problems }) => problems.length > 0)
    .map(({ subject, problems }) => [subject, ...problems.map(problemLine)].join("\n"));
  return [...failures.map(failureText), ...parts, [summaryLine(checked), ...notes].join("\n")].join("\n\n");
}

const problemLine = (problem: Problem): string => `  ${problem.severity}: ${formatProblem(problem)}`;

const failureText = (failure: string): string => `error: ${failure}`;

function summaryLine(checked: Checked): string {
  const { errors, warnings } = countProblems(checked);
  const byCode = Map.groupBy(problemsOf(checked), ({ code }) => code);
  const codes = [...byCode]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { length }]) => `${code} ${length}`);
  const pipelines = counted(checked.pipelines.length, "pipeline");
  const runs = checked.runs.length === 0 ? "" : ` and ${counted(checked.runs.length, "run")}`;
  const counts = `${pipelines}${runs}: ${counted(errors, "error")}, ${counted(warnings, "warning")}`;
  return codes.length === 0 ? `${counts}.` : `${counts} (${codes.join(", ")}).`;
}

/** The report for programs. */
function checkedJson(checked: Checked): string {
  const { failures, notes } = checked;
  const [pipelines, runs] = [checked.pipelines.map(plain), checked.runs.map(plain)];
  return asJson({ version: 1, ...countProblems(checked), failures, notes, pipelines, runs });
}

const plain = ({ subject, problems }: CheckedPipeline) => ({
  subject,
  problems: problems.map(({ code, severity, path, message, hint }) => ({ code, severity, path, what: message, hint })),
});

const problemsOf = ({ pipelines, runs }: Checked): Problem[] =>
  [...pipelines, ...runs].flatMap(({ problems }) => problems);

export function countProblems(checked: Checked): { errors: number; warnings: number } {
  const all = problemsOf(checked);
  const errors = all.filter(isError).length;
  return { errors: errors + checked.failures.length, warnings: all.length - errors };
}
