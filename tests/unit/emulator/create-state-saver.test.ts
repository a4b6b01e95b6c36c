import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createHostClock } from "../../../emulator/clock/host-clock.ts";
import { createService } from "../../../emulator/create-service.ts";
import { silentLog } from "../../../emulator/log.ts";
import type { Service } from "../../../emulator/service.ts";
import { handlers } from "../../../emulator/services/sourcepipeline/serve-operation.ts";
import { storePipeline } from "../../../emulator/state/pipelines.ts";
import { sampleSeed } from "../../../emulator/state/sample-seed.ts";
import type { Pipeline, Run } from "../../../emulator/state/state.ts";
import { createStateSaver } from "../../../emulator/store/create-state-saver.ts";
import { type JournalFile, type JournalLine, openJournal } from "../../../emulator/store/journal-file.ts";
import { readKeptState } from "../../../emulator/store/open-state-store.ts";
import { fingerprintOf } from "../../../emulator/store/state-file.ts";

const pipeline = (id: number, name: string, linkedTasks: string[] = []): Pipeline => ({
  id,
  region: "KR",
  name,
  description: "",
  tasks: [{ id, name: "build", type: "SourceBuild", projectId: 20632, linkedTasks }],
  trigger: { repository: [], schedule: [], sourcepipeline: [] },
  changed: true,
});

describe("saver of a state", () => {
  let folder: string;
  let path: string;
  let failures: unknown[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "emulator-"));
    path = join(folder, "state.json");
    failures = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A service whose state goes to a file and to a journal; the first save is done. */
  async function keep(journal: JournalFile): Promise<{ service: Service; close: () => Promise<void> }> {
    const saver = createStateSaver(
      path,
      journal,
      () => service,
      (error) => failures.push(error),
    );
    const service: Service = createService({
      keys: { accessKey: "AK", secretKey: "SK" },
      seed: sampleSeed,
      saved: undefined,
      time: 0,
      speed: 0,
      host: createHostClock(() => 0),
      log: silentLog,
      saver,
    });
    await saver.saved();
    return { service, close: saver.close };
  }

  /** A journal that notes what is written, and refuses it while a test says so. */
  function notingJournal() {
    const noted = { lines: [] as JournalLine[], isFull: false };
    const append = (line: JournalLine): Promise<void> => {
      if (noted.isFull) return Promise.reject(new Error("no space left"));
      noted.lines.push(line);
      return Promise.resolve();
    };
    const journal: JournalFile = {
      size: () => 0,
      append,
      restart: (base) => append({ base }),
      close: () => Promise.resolve(),
    };
    return { journal, noted };
  }

  it("writes the state file anew when the journal has become as long as it", async () => {
    const journal = await openJournal(path);
    const { service, close } = await keep(journal);
    const link = "x".repeat(60_000);
    let longest = 0;
    for (let id = 1; id <= 100; id += 1) {
      storePipeline(service, pipeline(id, `p-${id}`, [link]));
      await service.saved();
      longest = Math.max(longest, journal.size());
    }
    // 6 MB of changes.
    expect(longest).to.be.within(1024 * 1024, 4 * 1024 * 1024);
    expect((await readFile(path, "utf8")).length).to.be.greaterThan(2_000_000);
    expect((await readKeptState(path))?.pipelines).to.have.length(100);
    await close();
    expect(await readdir(folder)).to.deep.equal(["state.json"]);
    expect((await readKeptState(path))?.pipelines).to.have.length(100);
  });

  it("says in the journal which state file will hold all of it, before it replaces the former one", async () => {
    const { journal, noted } = notingJournal();
    const contents: string[] = [];
    const append = async (line: JournalLine): Promise<void> => {
      await journal.append(line);
      contents.push(fingerprintOf(await readFile(path, "utf8").catch(() => "")));
    };
    const { service, close } = await keep({ ...journal, append });
    const before = fingerprintOf(await readFile(path, "utf8"));
    storePipeline(service, pipeline(1, "shop"));
    await close();
    const after = fingerprintOf(await readFile(path, "utf8"));
    const lines = noted.lines.filter((line) => "next" in line || "base" in line);
    expect(lines).to.deep.equal([{ next: before }, { base: before }, { next: after }, { base: after }]);
    expect(contents).to.deep.equal([fingerprintOf(""), before]);
  });

  it("reports a failure, and writes everything with the next change", async () => {
    const { journal, noted } = notingJournal();
    const { service, close } = await keep(journal);
    noted.isFull = true;
    storePipeline(service, pipeline(1, "shop"));
    await service.saved();
    expect(failures.map(String)).to.deep.equal(["Error: no space left"]);
    noted.isFull = false;
    storePipeline(service, pipeline(2, "web"));
    await service.saved();
    const { pipelines } = JSON.parse(await readFile(path, "utf8")) as { pipelines: { name: string }[] };
    expect(pipelines.map(({ name }) => name)).to.deep.equal(["shop", "web"]);
    await close();
  });

  it("keeps the journal when the last save fails", async () => {
    const journal = await openJournal(path);
    const { service, close } = await keep(journal);
    storePipeline(service, pipeline(1, "shop"));
    await service.saved();
    // The state file can be written no more: a folder has its name.
    await mkdir(`${path}.new`);
    await close();
    expect(failures).to.have.length(1);
    expect((await readKeptState(path))?.pipelines).to.have.length(1);
  });

  it("looks at nothing but what a request changes", async () => {
    const { journal, noted } = notingJournal();
    const { service, close } = await keep(journal);
    let isWatched = false;
    const watch = <Item extends object>(item: Item): Item =>
      new Proxy(item, {
        get: (target, key) => {
          if (isWatched) throw new Error(`${String(key)} of something else was read`);
          return Reflect.get(target, key) as unknown;
        },
      });
    for (let id = 1; id <= 50; id += 1) {
      service.state.pipelines.set(id, watch(pipeline(id, `other-${id}`)));
      service.state.runs.set(id, watch<Run>({ ...ended, id, projectId: id }));
    }
    service.changed();
    await service.saved();
    const written = noted.lines.length;

    isWatched = true;
    const tasks = [{ name: "build", type: "SourceBuild" as const, config: { projectId: 20632 } }];
    const input = { parameters: { projectId: 3101 }, page: undefined, search: "", region: "KR", requester: "emulator" };
    const steps: (() => object)[] = [
      () => handlers.createProject({ ...input, parameters: {}, body: { name: "shop", tasks } }, service),
      () => handlers.changeProject({ ...input, body: { description: "edited", tasks } }, service),
      () => handlers.startProject({ ...input, body: undefined }, service),
      () => handlers.getProject({ ...input, body: undefined }, service),
      () => handlers.getProjectHistories({ ...input, body: undefined }, service),
      () => {
        service.clock.moveTo(60_000);
        return {};
      },
      () => handlers.deleteProject({ ...input, body: undefined }, service),
    ];
    for (const step of steps) {
      step();
      await service.saved();
    }
    isWatched = false;
    expect(failures).to.deep.equal([]);
    expect(noted.lines.slice(written).map((line) => ("pipelines" in line ? line.pipelines?.length : 0))).to.deep.equal([
      1, 1, 1, 0, 0,
    ]);
    await close();
  });
});

const ended: Run = {
  id: 0,
  projectId: 0,
  requestType: "console",
  requestId: "emulator",
  begin: 0,
  end: 0,
  status: "success",
  tasks: [],
  chain: [],
};
