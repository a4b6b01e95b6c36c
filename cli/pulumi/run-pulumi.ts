import { spawn } from "node:child_process";

/** The Pulumi project and the stack of it that a command is about. */
export interface Project {
  /** The folder that holds `Pulumi.yaml`, or one below it. */
  readonly cwd: string;
  /** The selected stack unless given. */
  readonly stack?: string | undefined;
}

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
    throw new Error(`pulumi ${words.join(" ")} printed no JSON. Run it by itself to see its output.`);
  }
}

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * The environment of a command that only reads: without what makes commands answer questions, write, or print
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

/** The CLI takes any flag from a variable; those that say which project and stack are kept. */
const isForUpdates = (name: string): boolean =>
  name === "PULUMI_SKIP_CONFIRMATIONS" || (name.startsWith("PULUMI_OPTION_") && !locatingOptions.has(name));

const locatingOptions: ReadonlySet<string> = new Set([
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

/**
 * What went wrong in a command of the engine, in one line: its diagnostics where it printed JSON, else its standard
 * error.
 *
 * @example engineError("", "error: no stack selected; please use `pulumi stack select`") // "no stack selected; please …"
 */
export function engineError(stdout: string, stderr: string): string {
  const messages = [...diagnosticsOf(stdout), ...failureIn(stderr.split("\n"))]
    .map(plain)
    .filter((line) => line !== "");
  // The same failure is reported once for each resource that it hit.
  const [first = "it gave no reason", ...others] = new Set(messages.filter((line) => !isSummary.test(line)));
  return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

/** What failed stands behind what was done before: an error and what follows it, else the last line. */
function failureIn(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.startsWith("error: "));
  return first >= 0 ? lines.slice(first) : lines.filter((line) => line.trim() !== "").slice(-1);
}

/** Lines that report that something failed, but not what. */
const isSummary = /^(preview|update|refresh) failed$/;

interface Diagnostic {
  severity?: string;
  message?: string;
}

function diagnosticsOf(stdout: string): string[] {
  try {
    const { diagnostics = [] } = JSON.parse(stdout) as { diagnostics?: Diagnostic[] };
    return diagnostics.flatMap(({ severity, message }) => (severity === "error" && message ? [message] : []));
  } catch {
    // Most commands print no JSON when they fail.
    return [];
  }
}

const plain = (message: string): string =>
  message
    .replace(/^error: /, "")
    .replace(/^Preview failed: /, "")
    .replaceAll(/\s+/g, " ")
    .trim();
