import { expect } from "chai";
import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EmulatorOptions } from "../../../emulator/index.ts";
import { runCommand } from "../support/run-command.ts";
import { createSandbox, repository, type Sandbox } from "../support/sandbox.ts";
import { type Runner, runJob } from "./workflow.ts";

export const example = join(repository, "examples", "gitops");
export const stacks = ["dev", "prod"] as const;

/** A checkout of the example as a repository of its own, with its stacks, and what its workflows run on. */
export interface Checkout extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Where the stand-in for GitHub keeps what it is told. */
  readonly gitHubFile: string;
  /** Runs a command that has to succeed. */
  readonly run: (cwd: string, command: string, ...words: string[]) => Promise<string>;
  /** A machine that holds the account's keys as secrets. The event is one by hand unless given. */
  readonly runner: (stack?: string, environment?: Record<string, string>) => Runner;
  /** Runs a job that has to succeed; gives what it printed. */
  readonly succeeds: (workflow: string, job: string, at: Runner) => Promise<string>;
}

export async function createCheckout(emulator: EmulatorOptions = {}): Promise<Checkout> {
  const sandbox = await createSandbox({ emulator });
  const folder = join(sandbox.folder, "checkout");
  const gitHubFile = join(sandbox.folder, "github.json");
  const bin = join(sandbox.folder, "bin");
  mkdirSync(bin);
  writeCommand(join(bin, "sourcepipeline"), join(repository, "cli", "main.ts"));
  writeCommand(join(bin, "gh"), fileURLToPath(new URL("fake-gh.ts", import.meta.url)));
  Object.assign(sandbox.environment, {
    PATH: [bin, sandbox.environment["PATH"] ?? ""].join(delimiter),
    FAKE_GH: gitHubFile,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GITHUB_REPOSITORY: "owner/shop-pipelines",
  });

  const run: Checkout["run"] = async (cwd, command, ...words) => {
    const { code, output, stdout } = await runCommand(command, words, { cwd, env: sandbox.environment });
    expect(code, output).to.equal(0);
    return stdout;
  };
  const git = (cwd: string, ...words: string[]): Promise<string> =>
    run(cwd, "git", "-c", "user.name=t", "-c", "user.email=t@t", ...words);

  const source = join(sandbox.folder, "source");
  cpSync(example, source, { recursive: true, filter: (path) => !path.includes("node_modules", example.length) });
  await git(source, "init", "-q", "-b", "main");
  // Once per environment, as docs/gitops.md says.
  for (const stack of stacks) await run(source, "pulumi", "stack", "init", stack);
  await git(source, "add", "-A");
  await git(source, "commit", "-q", "-m", "Start");
  // From here on, only what a workflow passes on says where the stacks are.
  const backend = { url: sandbox.environment["PULUMI_BACKEND_URL"] ?? "", passphrase: "test" };
  delete sandbox.environment["PULUMI_BACKEND_URL"];
  delete sandbox.environment["PULUMI_CONFIG_PASSPHRASE"];
  await git(sandbox.folder, "clone", "-q", "--bare", "source", "origin.git");
  await git(sandbox.folder, "clone", "-q", "origin.git", "checkout");

  const runner: Checkout["runner"] = (stack = "", environment = sandbox.environment) => {
    const { accessKey, secretKey } = sandbox.emulator;
    return {
      folder,
      environment,
      expressions: {
        "secrets.NCLOUD_ACCESS_KEY": accessKey,
        "secrets.NCLOUD_SECRET_KEY": secretKey,
        "secrets.NCLOUD_READ_ACCESS_KEY": accessKey,
        "secrets.NCLOUD_READ_SECRET_KEY": secretKey,
        "secrets.PULUMI_ACCESS_TOKEN": "",
        "vars.PULUMI_BACKEND_URL": backend.url,
        "secrets.PULUMI_CONFIG_PASSPHRASE": backend.passphrase,
        "github.token": "token",
        "secrets.PULL_REQUEST_TOKEN || github.token": "token",
        "secrets.PULL_REQUEST_TOKEN != ''": "false",
        "github.event.pull_request.number": "7",
        "github.event_name": "workflow_dispatch",
        "github.server_url": "https://github.com",
        "github.repository": "owner/shop-pipelines",
        "github.run_id": "1",
        "matrix.stack": stack,
        "inputs.stack": stack,
      },
    };
  };

  return {
    sandbox,
    folder,
    gitHubFile,
    run,
    runner,
    succeeds: async (workflow, job, at) => {
      const { code, output } = await runJob(workflow, job, at);
      expect(code, output).to.equal(0);
      return output;
    },
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

function writeCommand(path: string, source: string): void {
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${source}" "$@"\n`);
  chmodSync(path, 0o755);
}
