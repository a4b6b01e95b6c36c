import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { unknownValue } from "../../../provider/core/validation/unknown.ts";
import { checkVariable } from "../../../sdk/check-run.ts";
import { type ProgramMonitor, type RegisteredResource, startProgramMonitor } from "./program-monitor.ts";
import type { ProgramProject } from "./program-project.ts";

/** What a program declared, and how it ended. */
export interface ProgramOutcome {
  readonly resources: readonly RegisteredResource[];
  /** Why it failed, a text each; none when it ran to its end. */
  readonly failures: readonly string[];
}

/**
 * Runs a program as Pulumi does, in a process of its own, with a stand-in for the engine that does nothing. What the
 * program prints goes to standard error.
 *
 * @param mode whether its functions may ask an account
 */
export async function runProgram(project: ProgramProject, mode: "offline" | "full"): Promise<ProgramOutcome> {
  const runner = runnerOf(project);
  await using monitor = await startProgramMonitor({ project: project.name, stack: project.stack }, toStandardError);
  const code = await run(project, runner, monitor, mode);
  const { resources, errors } = monitor;
  const isSilent = code !== 0 && errors.size === 0;
  return { resources, failures: isSilent ? [`The program ended with exit code ${String(code)}.`] : [...errors] };
}

/** What runs a program, in the SDK that the program itself has. */
function runnerOf({ folder, name }: ProgramProject): string {
  try {
    return createRequire(join(folder, "index.js")).resolve("@pulumi/pulumi/cmd/run/index.js");
  } catch {
    throw new Error(`The program of project "${name}" cannot run: @pulumi/pulumi is not installed. Run "npm install".`);
  }
}

function run(
  { name, root, folder, entry, stack, options, configuration }: ProgramProject,
  runner: string,
  { address }: ProgramMonitor,
  mode: "offline" | "full",
): Promise<number | null> {
  const flags = {
    monitor: address,
    engine: address,
    organization: "organization",
    project: name,
    "root-directory": root,
    stack,
    pwd: folder,
    parallel: "16",
  };
  const words = Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
  const { nodeargs, typescript, tsconfig } = options;
  const ofNode = typeof nodeargs === "string" ? nodeargs.split(/\s+/).filter((word) => word !== "") : [];
  const secrets = [...configuration].filter(([, value]) => value.includes(unknownValue)).map(([key]) => key);
  const child = spawn(process.execPath, [...ofNode, runner, ...words, "--dry-run", entry], {
    cwd: folder,
    env: {
      ...process.env,
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(configuration)),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secrets),
      ...(typescript === false ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      ...(typeof tsconfig === "string" && { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
      [checkVariable]: mode,
      // A proxy is no way to this machine.
      no_grpc_proxy: "127.0.0.1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (chunk: Buffer) => void process.stderr.write(chunk));
  child.stderr.on("data", (chunk: Buffer) => void process.stderr.write(chunk));
  const stop = (): void => void child.kill();
  process.once("exit", stop);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.removeListener("exit", stop);
      resolve(code);
    });
  });
}

const toStandardError = (message: string): void => void process.stderr.write(`${message}\n`);
