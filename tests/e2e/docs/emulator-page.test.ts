import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Seed } from "../../../emulator/index.ts";
import { ensurePulumi } from "../../../tools/pulumi-cli/ensure-pulumi.ts";
import { runCommand } from "../support/run-command.ts";
import { repository } from "../support/sandbox.ts";
import { readShellBlocks, scriptOf } from "../support/shell-page.ts";

describe("docs/emulator.md", function () {
  this.timeout(240_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "page-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("says of a block that is not run why, in words that this test knows", () => {
    const block = { line: 7, text: "exit 1\n", marker: "not run, needs Docker" };
    expect(scriptOf([block], "true")).to.not.contain("exit 1");
    expect(() => scriptOf([{ ...block, marker: "skip" }], "true")).to.throw('The marker "skip" on line 7 is not known');
    const skipped = readShellBlocks("docs/emulator.md").filter(({ marker }) => marker?.startsWith("not run"));
    expect(skipped.map(({ text }) => text)).to.deep.equal(["docker compose run --rm tests\n"]);
  });

  it("works as written: every shell block, in order, in an empty folder", async () => {
    const port = await freePort();
    const health = `http://127.0.0.1:${String(port)}/_emulator/health`;
    const blocks = readShellBlocks("docs/emulator.md");
    expect(blocks.length).to.be.at.least(8);
    // The page's port may be taken on this machine; a kept one would also let two tests meet.
    const script = scriptOf(blocks, `until curl --output /dev/null ${health}; do sleep 0.1; done`);
    const work = join(folder, "work");
    mkdirSync(work);
    const { code, output } = await runScript(script.replaceAll("4600", String(port)), work, await surroundings());
    expect(code, output).to.equal(0);
    expect(output).to.contain("--- done\n");

    const { pipelines, runs } = JSON.parse(/\{"repositories":.*?"time":"[^"]*"\}/.exec(output)?.[0] ?? "{}") as Seed;
    expect(pipelines?.map(({ name }) => name)).to.deep.equal(["shop"]);
    expect(runs?.map(({ status }) => status)).to.deep.equal(["success"]);
    expect(output).to.match(/shop \(id \d+\) was edited\n\s+description\n[^]*by hand/);
    expect(output).to.contain('"fired":0').and.contain("is not run, needs Docker");
  });

  /** Where the blocks run: the real engine, npm that knows the package, and curl that fails when it is refused. */
  async function surroundings(): Promise<Record<string, string>> {
    const bin = join(folder, "bin");
    mkdirSync(bin);
    writeFileSync(join(folder, ".curlrc"), "silent\nshow-error\nfail-with-body\n");
    await installPackedNpm(bin);
    const own = Object.entries(process.env).filter(([name]) => !/^(NCLOUD|PULUMI|npm)_/i.test(name));
    return {
      ...(Object.fromEntries(own) as Record<string, string>),
      PATH: [bin, await ensurePulumi(), dirname(process.execPath), process.env["PATH"]].join(delimiter),
      CURL_HOME: folder,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      // What is called by name must be there already.
      npm_config_yes: "false",
    };
  }

  /** An `npm` that installs the package as `npm pack` makes it, wherever its name is asked for. */
  async function installPackedNpm(bin: string): Promise<void> {
    const environment = process.env as Record<string, string>;
    const words = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
    const packed = await runCommand("npm", words, { cwd: repository, env: environment });
    expect(packed.code, packed.output).to.equal(0);
    const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
    const npm = (await runCommand("sh", ["-c", "command -v npm"], { cwd: folder, env: environment })).stdout.trim();
    writeFileSync(
      join(bin, "npm"),
      `#!/bin/sh
for word do
  shift
  [ "$word" = pulumi-ncloud-sourcepipeline ] && word="${tarball}"
  set -- "$@" "$word"
done
exec "${npm}" "$@" --prefer-offline --no-audit --no-fund
`,
    );
    chmodSync(join(bin, "npm"), 0o755);
  }
});

/** Runs a script in a process group of its own, and ends what it leaves running. */
async function runScript(script: string, cwd: string, env: Record<string, string>) {
  const child = spawn("sh", ["-c", script], { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "exit")) as [number | null];
  try {
    process.kill(-(child.pid ?? 0), "SIGTERM");
    await once(child, "close");
  } catch {
    // Nothing was left.
  }
  return { code, output };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
