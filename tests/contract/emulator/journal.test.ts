import { expect } from "chai";
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator, type Emulator, type EmulatorOptions, type Seed } from "../../../emulator/index.ts";
import { formatLine } from "../../../emulator/store/journal-file.ts";
import { fingerprintOf } from "../../../emulator/store/state-file.ts";
import { pipelineBody } from "./support/bodies.ts";
import { send, signedHeaders } from "./support/signed-call.ts";
import { startTime } from "./support/use-emulator.ts";

describe("emulator: what a killed emulator leaves", () => {
  let folder: string;
  let emulator: Emulator;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "emulator-"));
    emulator = await start("state");
  });
  afterEach(async () => {
    await emulator.close();
    await rm(folder, { recursive: true });
  });

  const fileOf = (name: string) => join(folder, `${name}.json`);
  const journalOf = (name: string) => `${fileOf(name)}.journal`;
  const start = (name: string, options: EmulatorOptions = {}) =>
    createEmulator({ stateFile: fileOf(name), time: startTime, speed: 0, ...options });

  /** State file and journal as they are on the disk in this moment, under another name. */
  async function leave(name: string): Promise<void> {
    await cp(fileOf("state"), fileOf(name));
    await cp(journalOf("state"), journalOf(name));
  }
  async function startAgain(name: string): Promise<Seed> {
    await using again = await start(name);
    const state = await again.admin.readState();
    await again.close();
    return state;
  }
  async function call(method: string, path: string, body?: object, at = emulator): Promise<unknown> {
    const headers = signedHeaders({ method, path }, at, String(Date.now()));
    return (await send(at.url, { method, path, headers, ...(body && { body: JSON.stringify(body) }) })).body;
  }
  const create = (name: string, at = emulator) => call("POST", "/api/v1/project", pipelineBody(name), at);

  it("has every change that a client has seen", async () => {
    const changes: (() => Promise<unknown>)[] = [
      () => create("shop"),
      () => create("web"),
      () => call("PATCH", "/api/v1/project/3101", { ...pipelineBody("shop"), name: undefined, description: "edited" }),
      () => call("POST", "/api/v1/project/3101/do"),
      () => emulator.admin.advanceClock(5000),
      () => call("POST", "/api/v1/project/3101/history/54001/cancel"),
      () => emulator.admin.push("shop-api", "feature"),
      () => call("DELETE", "/api/v1/project/3101"),
      () => emulator.admin.writeState({ pipelines: [{ name: "other", tasks: pipelineBody("other").tasks }] }),
      () => create("last"),
      () => emulator.admin.reset(),
      () => create("after"),
    ];
    for (const [index, change] of changes.entries()) {
      await change();
      const state = await emulator.admin.readState();
      await leave(`copy-${index}`);
      expect(await startAgain(`copy-${index}`), `after change ${index}`).to.deep.equal(state);
    }
  });

  it("gives no id again, not even that of a pipeline that is gone", async () => {
    await create("shop");
    await call("POST", "/api/v1/project/3101/do");
    await call("DELETE", "/api/v1/project/3101");
    await leave("copy");
    await using again = await start("copy");
    expect(await create("next", again)).to.deep.equal({ result: { projectId: 3102 } });
    expect(await call("POST", "/api/v1/project/3102/do", undefined, again)).to.deep.equal({
      result: { historyId: 54002 },
    });
    await again.close();
  });

  it("writes what changed, not everything", async () => {
    const before = await readFile(fileOf("state"), "utf8");
    await create("shop");
    await create("web");
    expect(await readFile(fileOf("state"), "utf8")).to.equal(before);
    const lines = (await readFile(journalOf("state"), "utf8")).trim().split("\n");
    expect(lines).to.have.length(3);
    expect(lines[2]).to.contain('"web"').and.not.contain('"shop"');
  });

  it("is a plain state file again after the next clean stop", async () => {
    await create("shop");
    await leave("copy");
    const state = await startAgain("copy");
    expect(await readdir(folder)).to.not.include("copy.json.journal");
    expect(JSON.parse(await readFile(fileOf("copy"), "utf8"))).to.deep.equal(state);
  });

  it("counts up to the last line that is whole, wherever the writing was cut off", async () => {
    await create("shop");
    const { length: first } = await readFile(journalOf("state"));
    await create("web");
    const { length: second } = await readFile(journalOf("state"));
    for (const end of [first, first + 1, Math.floor((first + second) / 2), second - 2, second - 1, second]) {
      await leave("copy");
      await truncate(journalOf("copy"), end);
      const { pipelines } = await startAgain("copy");
      // The line break behind it does not matter.
      expect(pipelines?.map(({ name }) => name)).to.deep.equal(end < second - 1 ? ["shop"] : ["shop", "web"]);
    }
  });

  it("goes on behind a line that was cut off, and survives the next kill", async () => {
    await create("shop");
    await leave("copy");
    await writeFile(journalOf("copy"), '0badc0de {"time":"2026', { flag: "a" });
    await using again = await start("copy");
    await create("web", again);
    await cp(fileOf("copy"), fileOf("third"));
    await cp(journalOf("copy"), journalOf("third"));
    expect((await startAgain("third")).pipelines?.map(({ name }) => name)).to.deep.equal(["shop", "web"]);
    await again.close();
  });

  it("is refused when a line in the middle is damaged", async () => {
    await create("shop");
    await create("web");
    await leave("copy");
    const text = await readFile(journalOf("copy"), "utf8");
    await writeFile(journalOf("copy"), text.replace('"shop"', '"shpo"'));
    const failure = await start("copy").catch((error: unknown) => error);
    expect(failure).to.have.property("name", "ShapeError");
    expect((failure as Error).message)
      .to.contain("copy.json.journal cannot be used:\n  line 2 is damaged.")
      .and.contain("Delete the journal to go on");
  });

  it("is refused when the state file was changed in between, until the journal is deleted", async () => {
    await create("shop");
    await leave("copy");
    await writeFile(fileOf("copy"), "{}");
    const failure = await start("copy").catch((error: unknown) => error);
    expect((failure as Error).message)
      .to.contain("does not go on from")
      .and.contain("copy.json, which was changed");
    await rm(journalOf("copy"));
    expect((await startAgain("copy")).pipelines).to.deep.equal([]);
  });

  describe("while it was writing the whole state", () => {
    /** A state file that holds everything, and the journal as it was before that was written. */
    async function writeOver(): Promise<{ before: string; after: string; journal: string }> {
      await create("shop");
      await leave("copy");
      const before = await readFile(fileOf("copy"), "utf8");
      await create("web");
      const journal = await readFile(journalOf("state"), "utf8");
      await emulator.close();
      const after = await readFile(fileOf("state"), "utf8");
      return { before, after, journal };
    }

    it("has the new state when that had replaced the old one", async () => {
      const { after, journal } = await writeOver();
      await writeFile(fileOf("copy"), after);
      await writeFile(journalOf("copy"), journal + formatLine({ next: fingerprintOf(after) }));
      expect((await startAgain("copy")).pipelines).to.have.length(2);
      // The journal is begun again after that.
      for (const left of ["", "1234", formatLine({ base: fingerprintOf(after) })]) {
        await writeFile(fileOf("copy"), after);
        await writeFile(journalOf("copy"), left);
        expect((await startAgain("copy")).pipelines, left).to.have.length(2);
      }
    });

    it("has the old state and all changes when it had not", async () => {
      const { before, journal } = await writeOver();
      await writeFile(fileOf("copy"), before);
      await writeFile(`${fileOf("copy")}.new`, "{");
      await writeFile(journalOf("copy"), journal + formatLine({ next: "another" }));
      expect((await startAgain("copy")).pipelines).to.have.length(2);
    });
  });
});
