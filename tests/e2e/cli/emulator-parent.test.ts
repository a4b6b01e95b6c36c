import { expect } from "chai";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { repository } from "../support/sandbox.ts";

/** How the emulator is started, as scripts of a package; `sh` stays between npm and all of them but the first. */
const scripts = {
  plain: "sourcepipeline emulator --port 0 --log silent",
  between: "sourcepipeline emulator --port 0 --log silent; true",
  background: "nohup sourcepipeline emulator --port 0 --log silent >ready.json 2>nohup.txt &",
  session: "setsid sourcepipeline emulator --port 0 --log silent >ready.json; true",
};

/** Ways to start it that npm has a part in, and whether the shell that npm starts stays. */
const started: [how: string, words: string[]][] = [
  ["npx", ["exec", "--offline", "--", "sourcepipeline", "emulator", "--port", "0", "--log", "silent"]],
  ["npm run", ["run", "--silent", "plain"]],
  ["npm run with a shell that stays", ["run", "--silent", "between"]],
];

describe("an emulator that was started by npm", function () {
  this.timeout(60_000);
  let folder: string;
  const emulators: number[] = [];

  before(function () {
    if (process.platform !== "linux") this.skip();
    folder = mkdtempSync(join(tmpdir(), "npm-project-"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "project", private: true, scripts }));
    const bin = join(folder, "node_modules", ".bin");
    mkdirSync(bin, { recursive: true });
    writeFileSync(
      join(bin, "sourcepipeline"),
      `#!/bin/sh\necho $$ >>pids.txt\nexec "${process.execPath}" "${join(repository, "cli", "main.ts")}" "$@"\n`,
    );
    chmodSync(join(bin, "sourcepipeline"), 0o755);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => {
    for (const id of emulators.splice(0)) if (isRunning(id)) process.kill(id, "SIGKILL");
    for (const file of ["pids.txt", "ready.json"]) rmSync(join(folder, file), { force: true });
  });

  /** Starts npm as a user's shell does: without what this test's own npm left in the environment. */
  function npm(words: readonly string[]): ChildProcess {
    const inherited = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith("npm_"));
    const env = {
      ...Object.fromEntries(inherited),
      PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
    };
    return spawn("npm", words, { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"], detached: true });
  }

  const emulatorId = async (): Promise<number> => {
    await eventually(() => existsSync(join(folder, "pids.txt")));
    const id = Number(readFileSync(join(folder, "pids.txt"), "utf8"));
    emulators.push(id);
    return id;
  };

  for (const [how, words] of started) {
    for (const signal of ["SIGKILL", "SIGTERM"] as const) {
      it(`ends with ${how} that gets ${signal}`, async () => {
        const runner = npm(words);
        await once(runner.stdout!, "data");
        const id = await emulatorId();
        expect(isRunning(id)).to.equal(true);
        runner.kill(signal);
        await eventually(() => !isRunning(id));
      });
    }
  }

  it("outlives a script that puts it into the background and ends", async () => {
    const runner = npm(["run", "--silent", "background"]);
    await once(runner, "exit");
    await outlives(await emulatorId());
  });

  it("outlives npm in a session of its own", async () => {
    const runner = npm(["run", "--silent", "session"]);
    const id = await emulatorId();
    await eventually(() => readyIn(folder) !== undefined);
    const ended = once(runner, "exit");
    runner.kill("SIGKILL");
    await ended;
    await outlives(id);
  });

  /** The emulator checks its parent several times by its own clock, and still responds. */
  async function outlives(id: number): Promise<void> {
    await eventually(() => readyIn(folder) !== undefined);
    const time = async (): Promise<number> => {
      const response = await fetch(`${readyIn(folder) ?? ""}/_emulator/health`);
      return Date.parse(((await response.json()) as { time: string }).time);
    };
    const first = await time();
    await eventually(async () => (await time()) > first + 2_000);
    expect(isRunning(id)).to.equal(true);
  }
});

function readyIn(folder: string): string | undefined {
  const file = join(folder, "ready.json");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text.endsWith("\n") ? (JSON.parse(text) as { url: string }).url : undefined;
}

/** A process that has ended may wait for its parent to notice. */
function isRunning(id: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${id}/stat`, "latin1"));
  } catch {
    return false;
  }
}

/** Asks every 50 ms, for at most 30 s. */
async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come to pass within 30 s.");
}
