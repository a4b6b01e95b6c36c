import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Outcome, runCommand } from "../support/run-command.ts";

/** A job of a workflow file, as far as its shell steps need it. */
interface Job {
  env?: Record<string, string>;
  steps: { name?: string; uses?: string; run?: string; if?: string; env?: Record<string, string> }[];
}

/** Where a job runs. */
export interface Runner {
  /** The checkout. */
  readonly folder: string;
  /** Variables of the machine. */
  readonly environment: Record<string, string>;
  /** What stands between `${{` and `}}` in the file, with its value. */
  readonly expressions: Record<string, string>;
}

/**
 * Runs the shell steps of a job as GitHub's runner does: after one that fails only those that ask for it. Steps that use
 * an action are left out, and so is the one that installs packages, because in this repository they are there.
 */
export async function runJob(workflow: string, job: string, runner: Runner): Promise<Outcome> {
  const { env, steps } = readJob(join(runner.folder, ".github", "workflows", `${workflow}.yml`), job);
  const variables = { ...runner.environment, ...withValues(env, runner.expressions) };
  let all: Outcome = { code: 0, output: "", stdout: "" };
  for (const step of steps) {
    if (step.run === undefined || step.name === "Install") continue;
    if (all.code !== 0 && step.if !== "${{ !cancelled() }}") continue;
    const words = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run];
    const environment = { ...variables, ...withValues(step.env, runner.expressions) };
    const { code, output, stdout } = await runCommand("bash", words, { cwd: runner.folder, env: environment });
    all = { code: all.code === 0 ? code : all.code, output: all.output + output, stdout: all.stdout + stdout };
  }
  return all;
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
