import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commands } from "../../../cli/commands.ts";

const main = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));

const run = (...words: string[]) => spawnSync(process.execPath, [main, ...words], { encoding: "utf8" });

describe("the command line", function () {
  this.timeout(20_000);

  it("lists every subcommand with what it does", () => {
    const { status, stdout } = run("--help");
    expect(status).to.equal(0);
    const lines = stdout.replaceAll(/\s+/g, " ");
    for (const [name, { summary }] of Object.entries(commands)) expect(lines).to.contain(name).and.contain(summary);
  });

  for (const name of Object.keys(commands)) {
    it(`explains ${name}, and never asks for a key of an account as an argument`, () => {
      const { status, stdout } = run(name, "--help");
      expect(status).to.equal(0);
      expect(stdout).to.contain(`Usage: sourcepipeline ${name}`);
      // The emulator's keys are no secrets: it makes them up.
      if (name !== "emulator") expect(stdout).to.not.match(/--(access|secret)-key/);
      expect(run("help", name).stdout).to.equal(stdout);
    });
  }

  it("writes durations in its help as they are typed", () => {
    for (const name of ["run", "watch"])
      expect(run(name, "--help").stdout.replaceAll(/\s+/g, " ")).to.contain("(default: 1h)");
  });

  it("ends the quickstart script with its usage for --help and for what is no option", () => {
    const script = fileURLToPath(new URL("../../../scripts/start.ts", import.meta.url));
    const start = (word: string) => spawnSync(process.execPath, [script, word], { encoding: "utf8" });
    expect(start("--help")).to.deep.include({ status: 0, stderr: "" });
    const wrong = start("--nope");
    expect(wrong.status).to.equal(1);
    expect(wrong.stderr)
      .to.contain("Unknown option '--nope'")
      .and.contain("npm start -- --destroy")
      .and.not.contain("    at ");
  });

  it("prints its version", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as Version;
    for (const word of ["-v", "--version"]) expect(run(word)).to.include({ status: 0, stdout: `${version}\n` });
  });

  it("starts in the folder of -C or --cwd, which may be called like a command, and fails when there is none", () => {
    const folder = mkdtempSync(join(tmpdir(), "cwd-"));
    mkdirSync(join(folder, "emulator"));
    writeFileSync(join(folder, "emulator", "seed.json"), "{ broken");
    for (const words of [
      ["-C", "emulator", "emulator"],
      ["emulator", "--cwd", "emulator"],
    ]) {
      const options = { encoding: "utf8", cwd: folder } as const;
      const { status, stderr } = spawnSync(process.execPath, [main, ...words, "--seed", "seed.json"], options);
      expect(status).to.equal(1);
      expect(stderr).to.contain("seed.json").and.not.contain("no such file");
    }
    rmSync(folder, { recursive: true });
    expect(run("-C", "/nowhere", "drift")).to.include({
      status: 1,
      stderr: "--cwd /nowhere: this folder does not exist, or cannot be entered.\n",
    });
  });

  it("names a command that does not exist", () => {
    const { status, stderr } = run("drft");
    expect(status).to.equal(1);
    expect(stderr).to.contain("unknown command 'drft'").and.contain("Did you mean drift?");
  });
});

interface Version {
  version: string;
}
