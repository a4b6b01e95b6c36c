import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createEmulator, type Emulator, sampleSeed } from "../../../emulator/index.ts";
import { runCommand } from "../../e2e/support/run-command.ts";

const main = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));

describe("a command whose reader has left", function () {
  this.timeout(60_000);
  let emulator: Emulator;
  before(async () => {
    const tasks = [{ name: "build", type: "SourceBuild" as const, config: { projectId: 20632 } }];
    emulator = await createEmulator({ log: "silent", seed: { ...sampleSeed, pipelines: [{ name: "base", tasks }] } });
  });
  after(() => emulator.close());

  /** Runs a line of bash in which `sourcepipeline` is the command; gives the command's exit code and what it complained of. */
  const shell = async (line: string): Promise<{ code: number | null; output: string }> => {
    const env = {
      PATH: process.env["PATH"] ?? "",
      HOME: "/nonexistent",
      NCLOUD_API_GW: emulator.url,
      NCLOUD_ACCESS_KEY: emulator.accessKey,
      NCLOUD_SECRET_KEY: emulator.secretKey,
    };
    const script = `sourcepipeline() { "${process.execPath}" "${main}" "$@"; }; ${line}`;
    return runCommand("bash", ["-c", script], { cwd: "/", env });
  };

  for (const command of ["runs base", "cancel base", "graph", "check --account --json", "completion bash"]) {
    it(`ends as ever: ${command}`, async () => {
      const { code, output } = await shell(`sourcepipeline ${command} | true; exit "\${PIPESTATUS[0]}"`);
      expect(output).to.equal("");
      expect(code).to.equal(0);
    });
  }

  it("follows the run to its end all the same, and ends as that does", async () => {
    await fetch(`${emulator.url}/_emulator/settings`, { method: "PATCH", body: JSON.stringify({ taskMs: 200 }) });
    const { code, output } = await shell('sourcepipeline run base --json | head -n 1; exit "${PIPESTATUS[0]}"');
    expect(output).to.match(/^\{[^\n]*"event":"started"[^\n]*\}\n$/);
    expect(code).to.equal(0);
  });

  it("says so, and fails, where it cannot write for another reason", async function () {
    if (!existsSync("/dev/full")) this.skip();
    const { code, output } = await shell("sourcepipeline graph >/dev/full");
    expect(code).to.equal(1);
    expect(output).to.match(/^What the command prints cannot be written: ENOSPC[^\n]*\n$/);
  });

  it("prints one line of advice for words that are wrong, and not a page", () => {
    const { status, stderr } = spawnSync(process.execPath, [main, "graph", "--formt", "dot"], { encoding: "utf8" });
    expect(status).to.equal(1);
    expect(stderr.trimEnd().split("\n")).to.have.length.at.most(3);
    expect(stderr).to.contain("unknown option '--formt'").and.contain('Add "--help" to see what can be given.');
  });
});
