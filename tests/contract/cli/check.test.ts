import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createEmulator, type Emulator, sampleSeed } from "../../../emulator/index.ts";

const main = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));

const build = (name: string, projectId: number) => ({ name, type: "SourceBuild" as const, config: { projectId } });

describe("sourcepipeline check", function () {
  this.timeout(30_000);
  let emulator: Emulator;
  before(async () => {
    emulator = await createEmulator({
      log: "silent",
      seed: {
        ...sampleSeed,
        pipelines: [
          { name: "apart", tasks: [build("one", 20632), build("two", 20632)] },
          { name: "valid", tasks: [build("one", 20632)] },
        ],
      },
    });
  });
  after(async () => emulator.close());

  const check = async (...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
    const { url, accessKey, secretKey } = emulator;
    const env = { ...process.env, NCLOUD_API_GW: url, NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey };
    const child = spawn(process.execPath, [main, "check", ...words], {
      // Not in the folder of a project, where its program is checked.
      cwd: tmpdir(),
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, "close")) as [number];
    return { code, stdout, stderr };
  };

  it("names what is wrong with the pipelines of an account, and fails for warnings when it is strict", async () => {
    const { code, stdout } = await check();
    expect(stdout).to.match(
      /^apart \(id \d+\)\n {2}warning: .*\[NCSP111\]\n\n2 pipelines: 0 errors, 1 warning \(NCSP111 1\)\.\n$/,
    );
    expect(code).to.equal(0);
    expect((await check("--strict")).code).to.equal(1);
    expect((await check("valid", "--strict")).code).to.equal(0);
    expect((await check("--strict", "--silence", "NCSP406,NCSP111")).code).to.equal(0);
  });

  it("silences nothing but warnings", async () => {
    const { code, stdout, stderr } = await check("--silence", "NCSP111,NCSP103");
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: "" });
    expect(stderr).to.match(/^--silence: "NCSP103" is an error, not a warning\. .*docs\/rules\.md lists them\.\n$/);
  });

  it("prints the same as JSON", async () => {
    const { version, errors, warnings, pipelines } = JSON.parse((await check("--json")).stdout) as {
      version: number;
      errors: number;
      warnings: number;
      pipelines: { subject: string; problems: { code: string; severity: string }[] }[];
    };
    expect({ version, errors, warnings }).to.deep.equal({ version: 1, errors: 0, warnings: 1 });
    expect(pipelines.map(({ problems }) => problems.map(({ code, severity }) => `${severity} ${code}`))).to.deep.equal([
      ["warning NCSP111"],
      [],
    ]);
  });

  it("sees what an account no longer has", async () => {
    const before = (await (await fetch(`${emulator.url}/_emulator/state`)).json()) as {
      buildProjects: { id: number }[];
    };
    const without = { ...before, buildProjects: before.buildProjects.filter(({ id }) => id !== 20632) };
    await fetch(`${emulator.url}/_emulator/state`, { method: "PUT", body: JSON.stringify(without) });
    const { code, stdout } = await check("valid");
    await fetch(`${emulator.url}/_emulator/state`, { method: "PUT", body: JSON.stringify(before) });
    expect(stdout).to.match(/error: tasks\[0\]\.projectId: .*20632/);
    expect(code).to.equal(1);
  });

  it("says in one line that there is no folder of data files", async () => {
    const { code, stderr } = await check("--data", "/nope");
    expect(code).to.equal(1);
    expect(stderr.trim()).to.match(/The folder of the pipelines' data files cannot be read: ENOENT/);
    expect(stderr.trim().split("\n")).to.have.length(1);
  });

  it("checks data files without an account, broken ones included", async () => {
    const folder = mkdtempSync(join(tmpdir(), "data-"));
    try {
      writeFileSync(join(folder, "a.json"), "{");
      const tasks = [{ name: "build", type: "SourceBuild", project: "p", linkedTask: [] }];
      writeFileSync(join(folder, "b.json"), JSON.stringify({ name: "b", tasks }));
      const { code, stdout } = await check("--data", folder);
      expect(code).to.equal(1);
      expect(stdout).to.match(
        /a\.json\n {2}error: .*JSON.*\n\n.*b\.json\n {2}error: tasks\[0\]\.linkedTask: .*\[NCSP001\]/,
      );
      expect(stdout).to.contain("2 pipelines: 2 errors, 0 warnings");

      const apart = ["one", "two"].map((name) => ({ name, type: "SourceBuild", project: "p" }));
      writeFileSync(join(folder, "a.json"), JSON.stringify({ name: "a", tasks: apart, silence: { NCSP111: "so" } }));
      writeFileSync(join(folder, "b.json"), JSON.stringify({ name: "b", tasks: apart }));
      const { stdout: silenced } = await check("--data", folder);
      expect(silenced).to.match(/^[^\n]*b\.json\n {2}warning: .*\[NCSP111\]\n\n2 pipelines: 0 errors, 1 warning /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
