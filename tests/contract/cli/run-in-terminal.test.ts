import { expect } from "chai";
import { readFileSync } from "node:fs";
import * as z from "zod";
import { createAdminClient, createEmulator, type Emulator, sampleSeed } from "../../../emulator/index.ts";
import { screenOf, startCommand } from "./support/start-command.ts";

const schemaOf = (name: string) =>
  z.fromJSONSchema(
    JSON.parse(readFileSync(new URL(`../../../docs/${name}.schema.json`, import.meta.url), "utf8")) as Record<
      string,
      unknown
    >,
  );

const task = (name: string, linkedTasks: string[] = []) =>
  ({ name, type: "SourceBuild", config: { projectId: 20632 }, linkedTasks }) as const;

describe("sourcepipeline run in a process", function () {
  this.timeout(30_000);
  let emulator: Emulator;
  let admin: ReturnType<typeof createAdminClient>;

  beforeEach(async () => {
    const pipelines = [
      { id: 3101, name: "shop", tasks: [task("build"), task("lint", ["build"]), task("deploy", ["build"])] },
      { id: 3102, name: "-odd", tasks: [task("build")] },
    ];
    emulator = await createEmulator({ log: "silent", seed: { ...sampleSeed, pipelines } });
    admin = createAdminClient(emulator.url);
  });
  afterEach(async () => emulator.close());

  const start = (
    words: readonly string[],
    options: { terminal?: boolean; environment?: Record<string, string> } = {},
  ) => startCommand(words, { emulator, ...options });

  const runOf = async (id: string | undefined) =>
    (await admin.readState()).runs?.find((run) => String(run.id) === id) as
      { status: string; end: unknown } | undefined;

  /** Lets the emulator's time pass until the command has ended. */
  async function ended(command: ReturnType<typeof start>): Promise<number | null> {
    await command.wrote(/build/);
    await admin.advanceClock(60_000);
    return command.exit;
  }

  describe("in a terminal", () => {
    before(function () {
      // `script`, which makes the terminal, belongs to util-linux; other systems have another one, or none.
      if (process.platform !== "linux") this.skip();
    });

    it("draws the graph of the tasks over itself, and leaves the last picture and a line", async () => {
      await admin.addOutcomes([{ task: "deploy", status: "failed" }]);
      const command = start(["run", "shop"], { terminal: true });
      expect(await ended(command)).to.equal(3);
      const screen = await screenOf(command.output());
      expect(screen.slice(0, 4).map((line) => line.replaceAll(/\d+s/g, "0s"))).to.deep.equal([
        'Run 54001 of pipeline "shop"  0s',
        "  ✔ build  SourceBuild  0s",
        "  ├─ ✔ lint  SourceBuild  0s",
        "  └─ ✖ deploy  SourceBuild  failed  0s  result 86003",
      ]);
      expect(screen.slice(4).join(" ")).to.match(/^Run 54001 of pipeline "shop" failed: task "deploy"/);
      // The cursor is there again.
      expect(command.output().lastIndexOf("\u001b[?25h")).to.be.greaterThan(
        command.output().lastIndexOf("\u001b[?25l"),
      );
    });

    it("says what runs and what waits meanwhile", async () => {
      const command = start(["run", "shop"], { terminal: true });
      await command.wrote(/running {2}1s/);
      const screen = await screenOf(command.output());
      expect(screen[1]).to.match(/^ {2}[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] build {2}SourceBuild {2}running {2}1s$/);
      expect(screen.slice(2)).to.deep.equal([
        "  ├─ · lint  SourceBuild  waiting",
        "  └─ · deploy  SourceBuild  waiting",
      ]);
      await admin.advanceClock(60_000);
      expect(await command.exit).to.equal(0);
    });

    it("with one Ctrl-C cancels the run, waits for its end, and ends with 2", async () => {
      const command = start(["run", "shop"], { terminal: true });
      await command.wrote(/build/);
      command.interrupt();
      expect(await command.exit).to.equal(2);
      expect(await runOf("54001")).to.include({ status: "canceled" });
      const screen = await screenOf(command.output());
      expect(screen.at(-1)).to.match(/^Run 54001 of pipeline "shop" was canceled after \d+s\.$/);
      expect(screen).to.include("  ├─ ■ lint  SourceBuild  canceled");
    });

    it("with two leaves at once, and says that the run may go on", async () => {
      await admin.addFaults([{ operation: "cancelProject", kind: "hang" }]);
      const command = start(["run", "shop"], { terminal: true });
      await command.wrote(/build/);
      command.interrupt();
      await command.wrote(/canceling/);
      // One key may arrive twice, but not half a second apart.
      setTimeout(command.interrupt, 600);
      expect(await command.exit).to.equal(130);
      expect((await screenOf(command.output())).slice(-2).join("")).to.equal(
        'Run 54001 of pipeline "shop" was asked to end, and its end was not seen: it may go on. To follow it: npx -p pulumi-ncloud-sourcepipeline sourcepipeline watch shop 54001',
      );
      expect((await runOf("54001"))?.end).to.equal(null);
    });

    it("writes lines where colors are unwanted, in CI, and in a terminal that cannot draw", async () => {
      for (const environment of [{ NO_COLOR: "1" }, { CI: "true" }, { TERM: "dumb" }]) {
        const command = start(["run", "shop"], { terminal: true, environment });
        expect(await ended(command)).to.equal(0);
        expect(command.output()).to.not.contain("\u001b");
        expect(command.output()).to.match(/^Started run \d+ of pipeline "shop"\.\r\n/);
      }
    });
  });

  describe("without a terminal", () => {
    it("writes a line for each change of a task, and failures on standard error", async () => {
      await admin.addOutcomes([{ task: "deploy", status: "failed" }]);
      const command = start(["run", "3101"]);
      expect(await ended(command)).to.equal(3);
      expect(
        command
          .output()
          .replaceAll(/^ +\d+s/gm, "0s")
          .split("\n"),
      ).to.deep.equal([
        'Started run 54001 of pipeline "shop".',
        "0s  build: running",
        "0s  lint: waiting",
        "0s  deploy: waiting",
        "0s  build: success, result 86001",
        "0s  lint: success, result 86002",
        "0s  deploy: failed, result 86003",
        "",
      ]);
      expect(command.errors()).to.match(
        /^Run 54001 of pipeline "shop" failed: task "deploy" .* in the history of the pipeline\.\n$/,
      );
    });

    it("writes events as the schema has them, with --json", async () => {
      const command = start(["run", "shop", "--json"]);
      expect(await ended(command)).to.equal(0);
      const schema = schemaOf("run-events");
      const events = command
        .output()
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { event: string; exitCode?: number });
      for (const event of events) expect(schema.safeParse(event), JSON.stringify(event)).to.include({ success: true });
      expect(events.map(({ event }) => event)).to.include.members(["started", "tasks", "task", "ended"]);
      expect(events.at(-1)).to.deep.include({ event: "ended", exitCode: 0, status: "success" });

      const failed = start(["watch", "shop", "--json"]);
      expect(await failed.exit).to.equal(1);
      const [line = ""] = failed.output().split("\n");
      expect(schema.safeParse(JSON.parse(line))).to.include({ success: true });
      expect(JSON.parse(line)).to.deep.include({ event: "error", exitCode: 1 });
    });

    it("with SIGINT cancels the run; twice at once is one Ctrl-C, as npx passes it on", async () => {
      const command = start(["run", "shop"]);
      await command.wrote(/build/);
      command.interrupt();
      command.interrupt();
      expect(await command.exit).to.equal(2);
      expect(await runOf("54001")).to.include({ status: "canceled" });
    });

    it("follows the run to its end when nobody reads its lines any more", async () => {
      await admin.addOutcomes([{ task: "build", status: "failed" }]);
      const command = start(["run", "shop"]);
      await command.wrote(/build/);
      command.hangUp();
      await admin.advanceClock(60_000);
      expect(await command.exit).to.equal(3);
      expect(command.errors()).to.match(/^Run 54001 of pipeline "shop" failed: task "build" .*\.\n$/);
    });

    it("leaves the run alone with --no-cancel-on-interrupt", async () => {
      const command = start(["run", "shop", "--no-cancel-on-interrupt"]);
      await command.wrote(/build/);
      command.interrupt();
      expect(await command.exit).to.equal(130);
      expect((await runOf("54001"))?.end).to.equal(null);
    });

    it("starts without waiting with --no-wait, and runs and cancel show and end what was started", async () => {
      const command = start(["run", "shop", "--no-wait"]);
      expect(await command.exit).to.equal(0);
      expect(command.output()).to.equal('Started run 54001 of pipeline "shop".\n');

      const list = start(["runs", "shop", "--json"]);
      expect(await list.exit).to.equal(0);
      const parsed: unknown = JSON.parse(list.output());
      expect(schemaOf("runs").safeParse(parsed)).to.include({ success: true });
      expect(parsed).to.have.nested.property("runs[0].runId", "54001");

      const cancel = start(["cancel", "shop"]);
      expect(await cancel.exit).to.equal(0);
      expect(cancel.output()).to.match(/^Run 54001 of pipeline "shop" was canceled/);
    });

    it("takes a name that looks like an option behind --, and names the nearest one", async () => {
      const command = start(["run", "--no-wait", "--", "-odd"]);
      expect(await command.exit).to.equal(0);
      expect(command.output()).to.equal('Started run 54001 of pipeline "-odd".\n');

      const wrong = start(["run", "shpo"]);
      expect(await wrong.exit).to.equal(1);
      expect(wrong.errors()).to.equal('Pipeline "shpo" does not exist. Did you mean "shop" (id 3101)?\n');
    });

    it("refuses values that are none", async () => {
      for (const [option, value] of [
        ["--timeout", "soon"],
        ["--timeout", "0s"],
        ["--timeout", "481h"],
        ["--if-running", "queue"],
      ]) {
        const command = start(["run", "shop", option!, value!]);
        expect(await command.exit, value).to.equal(1);
        expect(command.errors()).to.contain(`option '${option!}`).and.contain(value);
      }
      expect((await admin.listRequests()).length).to.equal(0);
    });
  });
});
