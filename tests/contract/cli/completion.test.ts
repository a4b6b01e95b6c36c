// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../provider/services/sourcepipeline/api/operations.ts";
import { expect } from "chai";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commands, globalOptions } from "../../../cli/commands.ts";
import { completeWords, completionLines } from "../../../cli/completion/complete-words.ts";
import { shellScripts, shells } from "../../../cli/completion/shell-scripts.ts";
import { createAdminClient, createEmulator, type Emulator, sampleSeed } from "../../../emulator/index.ts";
import { startCommand } from "./support/start-command.ts";

const main = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));
const build = { name: "build", type: "SourceBuild", config: { projectId: 20632 } } as const;

/** Prints what a shell offers for a line, one candidate a line, the cursor at its end. */
const askShell: Readonly<Record<(typeof shells)[number], { args: string[]; script: (line: string) => string }>> = {
  // As bash itself does: it parts the line at blanks and "=".
  bash: {
    args: ["--norc", "--noprofile", "-c"],
    script: (line) => `${shellScripts.bash}
COMP_LINE='${line}'; COMP_POINT=\${#COMP_LINE}
COMP_WORDS=(${line.replaceAll("=", " = ")}${line.endsWith(" ") ? " ''" : ""}); COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
_sourcepipeline; printf '%s\\n' "\${COMPREPLY[@]}"`,
  },
  // The functions of zsh's own completion are stood in for: they need a terminal.
  zsh: {
    args: ["-f", "-c"],
    script: (line) => `compdef() { : }
_describe() { local -a all; all=("\${(@P)3}"); [[ "$1" == -V ]] || exit 9; print -rl -- "\${(@)all%%:*}" }
_files() { print -r -- "files $*" }
${shellScripts.zsh}
words=(${line}${line.endsWith(" ") ? " ''" : ""}); CURRENT=\${#words}
_sourcepipeline`,
  },
  fish: {
    args: ["--no-config", "-c"],
    script: (line) => `${shellScripts.fish}
complete --do-complete '${line}'`,
  },
};

describe("sourcepipeline completion", function () {
  this.timeout(30_000);
  let emulator: Emulator;
  let folder: string;
  before(async () => {
    const names = ["shop", "shop-web", "base"];
    const pipelines = names.map((name, index) => ({ id: 3101 + index, name, tasks: [build] }));
    emulator = await createEmulator({ log: "silent", seed: { ...sampleSeed, pipelines } });
    folder = mkdtempSync(join(tmpdir(), "completion-"));
    writeFileSync(join(folder, "sourcepipeline"), `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`);
    chmodSync(join(folder, "sourcepipeline"), 0o755);
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await emulator.close();
  });

  const environment = (): Record<string, string | undefined> => ({
    ...process.env,
    PATH: [folder, process.env["PATH"] ?? ""].join(delimiter),
    NCLOUD_API_GW: emulator.url,
    NCLOUD_ACCESS_KEY: emulator.accessKey,
    NCLOUD_SECRET_KEY: emulator.secretKey,
  });

  /** What the last of some words can become, as the shells' scripts are given it. */
  const words = async (...given: string[]): Promise<string[]> => {
    const kept = { ...process.env };
    Object.assign(process.env, environment());
    try {
      return completionLines(await completeWords(given, { commands, globalOptions }));
    } finally {
      for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, kept);
    }
  };

  it("knows commands, options, values, pipelines and runs", async () => {
    expect(await words("ru")).to.deep.equal([
      "run\tstart a pipeline, follow the run, and end as it does",
      "runs\tlist the last runs of a pipeline, and why the last failure failed",
    ]);
    expect((await words("run", "--no-c")).map((line) => line.split("\t")[0])).to.deep.equal([
      "--no-cancel-on-interrupt",
      "--no-cancel-on-timeout",
    ]);
    expect(await words("run", "--if-running", "")).to.deep.equal(["wait\t", "join\t", "start\t", "fail\t"]);
    expect(await words("run", "--if-running=j")).to.deep.equal(["--if-running=join\t"]);
    expect(await words("run", "sh")).to.deep.equal(["shop\tid 3101", "shop-web\tid 3102"]);
    expect(await words("graph", "shop", "s")).to.deep.equal(["shop-web\tid 3102"]);
    expect(await words("export", "--out", "")).to.deep.equal([":folders"]);
    expect(await words("emulator", "--seed", "")).to.deep.equal([":files"]);
    expect(await words("-C", "run", "watc")).to.have.length(1);
    await createAdminClient(emulator.url).runPipeline(3103);
    expect((await words("watch", "base", "5"))[0]).to.match(/^54001\trunning, 20/);
  });

  it("says nothing where the account cannot be asked, or what was typed is wrong", async () => {
    for (const typed of [
      ["run", "--endpoint", "http://127.0.0.1:1", ""],
      ["run", "--timeout", "soon", ""],
      ["watch", "shpo", ""],
    ]) {
      const command = startCommand(["completion", "words", "--", ...typed], { emulator });
      expect(await command.exit, typed.join(" ")).to.equal(0);
      expect(command.output() + command.errors()).to.equal("");
    }
  });

  it("offers no name that a shell would read as something else", async () => {
    const projectList = ["$(touch x)", "-x", "a b", "a\tb", "ok"].map((name, index) => ({ id: 1 + index, name }));
    const admin = createAdminClient(emulator.url);
    await admin.addFaults([{ operation: "getProjects", status: 200, body: { result: { projectList } } }]);
    try {
      expect(await words("run", "")).to.deep.equal(["ok\tid 5"]);
    } finally {
      await admin.removeFaults();
    }
  });

  for (const shell of shells) {
    describe(`in ${shell}`, () => {
      before(function () {
        // Which shells a machine has is its own affair; bash is everywhere where these tests run.
        if (shell !== "bash" && spawnSync(shell, ["--version"]).error !== undefined) this.skip();
      });

      const offered = async (line: string): Promise<string[]> => {
        const { args, script } = askShell[shell];
        const child = spawn(shell, [...args, script(line)], { env: environment(), cwd: folder });
        let output = "";
        for (const stream of [child.stdout, child.stderr])
          stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
        await once(child, "close");
        return output
          .split("\n")
          .map((text) => text.split("\t")[0] ?? "")
          .filter((text) => text !== "");
      };

      it("completes commands, options, values and pipelines", async () => {
        expect(await offered("sourcepipeline ru")).to.deep.equal(["run", "runs"]);
        expect(await offered("sourcepipeline run sh")).to.deep.equal(["shop", "shop-web"]);
        expect(await offered("sourcepipeline run ")).to.have.members(["shop", "shop-web", "base"]);
        expect(await offered("sourcepipeline run --if-r")).to.deep.equal(["--if-running"]);
        expect(await offered("sourcepipeline run --if-running j")).to.deep.equal(["join"]);
        expect(
          (await offered("sourcepipeline run --if-running=j")).map((word) => word.split("=").at(-1)),
        ).to.deep.equal(["join"]);
      });
    });
  }
});
