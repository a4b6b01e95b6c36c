import { expect } from "chai";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator, StateFileInUseError, type Emulator } from "../../../emulator/index.ts";
import { acquireLock } from "../../../emulator/store/acquire-lock.ts";
import { thisMachine } from "../../../emulator/store/lock-holder.ts";
import { runCommand } from "./support/run-command.ts";
import { send } from "./support/signed-call.ts";

describe("emulator: lock of a state file", () => {
  let folder: string;
  let stateFile: string;
  let lockFile: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "emulator-"));
    stateFile = join(folder, "state.json");
    lockFile = `${stateFile}.lock`;
  });
  afterEach(() => rm(folder, { recursive: true }));

  const failureOf = async (starting: Promise<Emulator>): Promise<Error> => {
    const started = await starting.catch((error: unknown) => error as Error);
    if (started instanceof Error) return started;
    await started.close();
    throw new Error("It started.");
  };
  const holder = (change: object = {}) => ({
    pid: process.pid,
    machine: hostname(),
    birth: "another start",
    url: "http://127.0.0.1:4600",
    token: "t-1",
    ...change,
  });
  const writeLock = (change?: object) => writeFile(lockFile, JSON.stringify(holder(change)));

  it("keeps a second process from starting, in one sentence, and the first one goes on", async () => {
    const first = await runCommand(["--port", "0", "--state", stateFile]);
    const before = await readFile(stateFile, "utf8");
    const second = await runCommand(["--port", "0", "--state", stateFile, "--log", "silent"]);
    expect(await second.exit).to.equal(1);
    expect(second.ready).to.equal(undefined);
    expect(second.errors()).to.equal(
      `The state file ${stateFile} is in use by process ${first.pid}, the emulator at ${first.ready!.url}. ` +
        "Stop that one, or give this one a file of its own with --state.\n",
    );
    expect(await readFile(stateFile, "utf8")).to.equal(before);
    expect((await send(first.ready!.url, { method: "GET", path: "/_emulator/health" })).status).to.equal(200);
    expect(await first.stop("SIGTERM")).to.equal(0);
    expect(await readdir(folder)).to.deep.equal(["state.json"]);
  });

  it("of a process that was killed is taken over", async () => {
    const first = await runCommand(["--port", "0", "--state", stateFile]);
    await first.stop("SIGKILL");
    expect(await readdir(folder)).to.include("state.json.lock");
    const second = await runCommand(["--port", "0", "--state", stateFile]);
    expect(second.ready, second.errors()).to.have.property("url");
    expect(await second.stop("SIGTERM")).to.equal(0);
    expect(await readdir(folder)).to.deep.equal(["state.json"]);
  });

  it("counts within one process, too, and ends with its emulator", async () => {
    await using first = await createEmulator({ stateFile });
    expect(await failureOf(createEmulator({ stateFile }))).to.be.instanceOf(StateFileInUseError);
    await first.close();
    await using second = await createEmulator({ stateFile });
    // The first one is disposed of after this; it must not take the lock of the second one with it.
    await first.close();
    expect(await failureOf(createEmulator({ stateFile }))).to.be.instanceOf(StateFileInUseError);
    await second.close();
  });

  it("counts for every name of the file", async () => {
    await using first = await createEmulator({ stateFile });
    await symlink(stateFile, join(folder, "other.json"));
    const failure = await failureOf(createEmulator({ stateFile: join(folder, "other.json") }));
    expect(failure).to.be.instanceOf(StateFileInUseError);
    await first.close();
  });

  it("of an earlier process with the number of this one is taken over, as after the restart of a container", async () => {
    await writeLock();
    await using emulator = await createEmulator({ stateFile });
    expect(JSON.parse(await readFile(lockFile, "utf8"))).to.include({ pid: process.pid, url: emulator.url });
    await emulator.close();
  });

  it("of another machine counts, and the message says what to do when that one is gone", async () => {
    await writeLock({ machine: "container-7", pid: 1 });
    const failure = await failureOf(createEmulator({ stateFile }));
    expect(failure).to.be.instanceOf(StateFileInUseError);
    expect(failure.message)
      .to.contain("in use by process 1 of the machine container-7, the emulator at http://127.0.0.1:4600.")
      .and.contain(`delete ${lockFile}.`);
  });

  it("that cannot be read is reported with its name", async () => {
    await writeFile(lockFile, "{");
    const failure = await failureOf(createEmulator({ stateFile }));
    expect(failure.message).to.contain(`its lock ${lockFile} cannot be read. Delete the lock`);
  });

  it("is let go of when the state file cannot be used", async () => {
    await writeFile(stateFile, "{");
    expect(await failureOf(createEmulator({ stateFile }))).to.have.property("name", "ShapeError");
    expect(await readdir(folder)).to.deep.equal(["state.json"]);
  });

  it("in a folder that cannot be made is a sentence", async () => {
    await writeFile(stateFile, "a file");
    const failure = await failureOf(createEmulator({ stateFile: join(stateFile, "state.json") }));
    expect(failure).to.have.property("name", "ShapeError");
    expect(failure.message).to.contain("it cannot be locked: ");
  });

  it("goes to one of several that find the lock of a dead process at once", async () => {
    for (let round = 0; round < 20; round += 1) {
      await writeLock({ token: `t-${round}`, pid: 1_000_000 });
      const machine = { ...thisMachine, isRunning: (pid: number) => pid === process.pid };
      const attempts = Array.from({ length: 6 }, (_, index) => acquireLock(stateFile, `http://${index}`, machine));
      const results = await Promise.allSettled(attempts);
      const held = results.filter((result) => result.status === "fulfilled");
      expect(held, `round ${round}`).to.have.length(1);
      for (const result of results) {
        if (result.status === "rejected") expect(result.reason).to.be.instanceOf(StateFileInUseError);
      }
      await held[0]!.value.release();
    }
    expect(await readdir(folder)).to.deep.equal([]);
  });
});
