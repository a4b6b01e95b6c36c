import { spawn } from "node:child_process";
import { engineError } from "./engine-error.ts";
import type { Project } from "./project.ts";

/**
 * Runs the user's own `pulumi` to its end and gives what it printed on standard output. Keys reach it through the
 * environment and the stack's configuration, never as an argument.
 *
 * @throws Error in one line when there is no `pulumi`, or when it fails
 * @example await runPulumi(["stack", "export"], { cwd: ".", stack: "dev" })
 */
export async function runPulumi(words: readonly string[], { cwd, stack }: Project): Promise<string> {
  const given = stack === undefined ? words : [...words, "--stack", stack];
  const { code, stdout, stderr } = await run([...given, "--non-interactive"], cwd);
  if (code === 0) return stdout;
  throw new Error(`pulumi ${words.join(" ")} failed: ${engineError(stdout, stderr)}`);
}

/**
 * Runs a command of the engine that prints JSON. What it printed may have another form with another version of the
 * engine: who asks reads what is needed out of it.
 *
 * @example knownRecord(await runPulumiJson(["stack", "export"], project))["deployment"]
 */
export async function runPulumiJson(words: readonly string[], project: Project): Promise<unknown> {
  const printed = await runPulumi(words, project);
  try {
    return JSON.parse(printed) as unknown;
  } catch {
    throw new Error(`pulumi ${words.join(" ")} printed no JSON. Run it by itself to see what it says.`);
  }
}

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * The surroundings of a command that only looks: without what makes commands answer questions, write, or print
 * something else. Some set the last of these to get JSON in pieces; here it is read as one document.
 *
 * @example environmentOf({ PULUMI_SKIP_CONFIRMATIONS: "true", PULUMI_OPTION_STACK: "dev" }) // the stack stays
 */
export function environmentOf(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(given).filter(([name]) => !isForUpdates(name));
  return {
    PULUMI_SKIP_UPDATE_CHECK: "true",
    ...Object.fromEntries(kept),
    PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "false",
  };
}

/** The CLI takes any flag from a variable; of those, the ones that say where to look are kept. */
const isForUpdates = (name: string): boolean =>
  name === "PULUMI_SKIP_CONFIRMATIONS" || (name.startsWith("PULUMI_OPTION_") && !placeOptions.has(name));

const placeOptions: ReadonlySet<string> = new Set([
  "PULUMI_OPTION_CONFIG_FILE",
  "PULUMI_OPTION_CWD",
  "PULUMI_OPTION_PARALLEL",
  "PULUMI_OPTION_STACK",
]);

function run(words: readonly string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", words, { cwd, env: environmentOf(process.env), stdio: ["ignore", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (error: NodeJS.ErrnoException) => reject(error.code === "ENOENT" ? notFound(cwd) : error));
    child.on("close", (code) => {
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

const notFound = (cwd: string): Error =>
  new Error(
    `"pulumi" cannot be started in ${cwd}. Check that the folder exists and that the Pulumi CLI is on PATH ` +
      `(https://www.pulumi.com/docs/install/).`,
  );
