import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { type Outcome, runCommand } from "../support/run-command.ts";

/** A job of a workflow file, as far as its shell steps need it. */
interface Job {
  strategy?: { matrix?: { include?: Record<string, string>[] } };
  env?: Record<string, string>;
  steps: Step[];
}

interface Step {
  id?: string;
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  env?: Record<string, string>;
}

/** Where a job runs. */
export interface Runner {
  /** The checkout. */
  readonly folder: string;
  /** Variables of the machine. */
  readonly environment: Record<string, string>;
  /** What stands between `${{` and `}}` in the file, with its value. */
  readonly expressions: Record<string, string>;
  /** Cancels the job: the process of its present step gets SIGINT, and no other process. */
  readonly cancel?: AbortSignal;
}

/** How a job stands before a step. */
interface Progress {
  readonly outcome: Outcome;
  readonly isCancelled: boolean;
  /** Of the steps that have an id. */
  readonly steps: Readonly<Record<string, { outcome: "success" | "failure" | "cancelled" | "skipped" }>>;
}

/**
 * Runs the shell steps of a job as GitHub's runner does: after one that fails, or when it is cancelled, only those that
 * ask for it. Steps that use an action are left out, and so is the one that installs packages, because in this
 * repository they are there.
 */
export async function runJob(workflow: string, job: string, runner: Runner): Promise<Outcome> {
  const { strategy, env, steps } = readJob(join(runner.folder, ".github", "workflows", `${workflow}.yml`), job);
  const values = { ...runner.expressions, ...matrixValues(strategy, runner.expressions) };
  const variables = { ...runner.environment, ...withValues(env, values) };
  let progress: Progress = { outcome: { code: 0, output: "", stdout: "" }, isCancelled: false, steps: {} };
  for (const step of steps) {
    if (step.run === undefined || step.name === "Install") continue;
    if (!isDue(step, values, progress)) {
      progress = after(step, progress, "skipped");
      continue;
    }
    const words = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run];
    const { isCancelled } = progress;
    const { code, output, stdout } = await runCommand("bash", words, {
      cwd: runner.folder,
      env: { ...variables, ...withValues(step.env, values) },
      interrupt: isCancelled ? undefined : runner.cancel,
    });
    const all = progress.outcome;
    const outcome = {
      code: all.code === 0 ? code : all.code,
      output: all.output + output,
      stdout: all.stdout + stdout,
    };
    const wasCancelled = !isCancelled && runner.cancel?.aborted === true;
    progress = after(
      step,
      { ...progress, outcome, isCancelled: isCancelled || wasCancelled },
      wasCancelled ? "cancelled" : code === 0 ? "success" : "failure",
    );
  }
  return progress.outcome;
}

type StepOutcome = Progress["steps"][string]["outcome"];

const after = ({ id }: Step, progress: Progress, outcome: StepOutcome): Progress =>
  id === undefined ? progress : { ...progress, steps: { ...progress.steps, [id]: { outcome } } };

/** Whether a step runs: without a word about the job in its condition, only in one that went well so far. */
function isDue({ if: condition = "" }: Step, values: Record<string, string>, progress: Progress): boolean {
  const { outcome, isCancelled, steps } = progress;
  const goesWell = outcome.code === 0 && !isCancelled;
  const expression = /^\$\{\{ (.*) \}\}$/.exec(condition)?.[1] ?? condition;
  if (expression === "") return goesWell;
  const functions = {
    always: () => true,
    cancelled: () => isCancelled,
    failure: () => !goesWell && !isCancelled,
    success: () => goesWell,
  };
  // Its operators mean here what they mean in JavaScript.
  const isTrue = Boolean(runInNewContext(expression, { ...contextsOf(values), ...functions, steps }));
  const asks = Object.keys(functions).some((name) => expression.includes(`${name}()`));
  return isTrue && (asks || goesWell);
}

/** Values by their full names as objects: `{ "matrix.stack": "dev" }` as `{ matrix: { stack: "dev" } }`. */
function contextsOf(values: Record<string, string>): Record<string, Record<string, string>> {
  const contexts: Record<string, Record<string, string>> = { matrix: {}, github: {} };
  for (const [name, value] of Object.entries(values)) {
    const [, context = "", property = ""] = /^(\w+)\.([\w.-]+)$/.exec(name) ?? [];
    if (context !== "") (contexts[context] ??= {})[property] = value;
  }
  return contexts;
}

/** What `include` adds to the combination of the matrix that runs; what no line adds is empty. */
function matrixValues({ matrix }: Job["strategy"] = {}, values: Record<string, string>): Record<string, string> {
  const include = matrix?.include ?? [];
  const keys = include.flatMap((line) => Object.keys(line)).filter((key) => key !== "stack");
  const own = include.find(({ stack }) => stack === values["matrix.stack"]);
  return Object.fromEntries(keys.map((key) => [`matrix.${key}`, own?.[key] ?? ""]));
}

function readJob(file: string, name: string): Job {
  const { jobs } = parse(readFileSync(file, "utf8")) as { jobs: Record<string, Job> };
  const job = jobs[name];
  if (!job) throw new Error(`${file} has no job ${name}`);
  // An expression inside a script would be code that a pull request can write.
  if (job.steps.some(({ run }) => run?.includes("${{"))) throw new Error(`${file}: an expression in a script`);
  return job;
}

function withValues(env: Record<string, string> = {}, values: Record<string, string>): Record<string, string> {
  const entries = Object.entries(env).map(([key, text]) => {
    const value = text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
      const known = values[expression];
      if (known === undefined) throw new Error(`no value for ${expression}`);
      return known;
    });
    return [key, value];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}
