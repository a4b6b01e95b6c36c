import { EventEmitter } from "node:events";
import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import { describeHappening } from "../../../cli/run/describe-happening.ts";
import { exitCodeOf, exitCodes, exitCodesHelp } from "../../../cli/run/exit-codes.ts";
import { formatFrame } from "../../../cli/run/format-frame.ts";
import { formatRunList } from "../../../cli/run/format-run-list.ts";
import { listenToInterrupts } from "../../../cli/run/listen-to-interrupts.ts";
import { chooseView } from "../../../cli/run/open-view.ts";
import { type RunHappening, runEvent, wordOf } from "../../../cli/run/run-events.ts";
import { noProgress, reduceProgress, type RunProgress } from "../../../cli/run/run-progress.ts";
import { classifyStatus } from "../../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";

const shop = { id: 3101, name: "shop" };
const startedAt = Date.parse("2026-03-02T00:00:00Z");

const tasks = [
  { name: "build", type: "SourceBuild", linkedTasks: [] },
  { name: "lint", type: "SourceBuild", linkedTasks: ["build"] },
  { name: "deploy", type: "SourceDeploy", linkedTasks: ["build", "lint"] },
];

const change = (task: string, rawStatus: string, elapsedMs: number): RunHappening => {
  const status = classifyStatus(rawStatus);
  return { event: "task", runId: "5", task, status, rawStatus, resultId: `r-${task}`, elapsedMs };
};

/** What is known after all of it. */
const after = (...happenings: RunHappening[]): RunProgress =>
  happenings.reduce<RunProgress>((progress, happening) => reduceProgress(progress, happening, startedAt), noProgress);

const started: RunHappening[] = [
  { event: "started", runId: "5" },
  { event: "tasks", runId: "5", tasks },
  change("build", "inProgress", 0),
  change("lint", "waiting", 0),
  change("deploy", "waiting", 0),
];

const frame = (progress: RunProgress, afterMs: number): string[] =>
  stripVTControlCharacters(formatFrame(shop, progress, startedAt + afterMs)).split("\n");

describe("a run in a terminal", () => {
  it("is drawn as the graph of its tasks, with what each does and for how long", () => {
    expect(frame(after(...started), 65_000)).to.deep.equal([
      'Run 5 of pipeline "shop"  1m 05s',
      "  ⠋ build  SourceBuild  running  1m 05s",
      "  └─ · lint  SourceBuild  waiting",
      "     └─ · deploy  SourceDeploy  waiting",
    ]);
    const later = after(
      ...started,
      change("build", "success", 30_000),
      change("lint", "failed", 50_000),
      change("deploy", "canceled", 50_000),
    );
    expect(frame(later, 65_000).slice(1)).to.deep.equal([
      "  ✔ build  SourceBuild  30s",
      "  └─ ✖ lint  SourceBuild  failed  20s  result r-lint",
      "     └─ ■ deploy  SourceDeploy  canceled",
    ]);
  });

  it("says what is waited for before it begins, and that it is canceled", () => {
    expect(frame(noProgress, 0)).to.deep.equal(['⠋ Starting a run of pipeline "shop".']);
    expect(frame(after({ event: "note", message: "Waiting for run 4." }), 100)).to.deep.equal(["⠙ Waiting for run 4."]);
    const canceling = after(...started, { event: "canceling", runId: "5", reason: "interrupt" });
    expect(frame(canceling, 0)[0]).to.match(/ canceling; Ctrl-C again leaves at once$/);
  });
});

describe("a run in lines", () => {
  const lineOf = (last: RunHappening, ...before: RunHappening[]) =>
    describeHappening(last, shop, after(...before, last));

  it("has one for each change, with the time since it is followed", () => {
    expect(lineOf(change("build", "inProgress", 0), ...started)).to.equal("     0s  build: running");
    expect(lineOf(change("lint", "waiting", 0), ...started)).to.equal("     0s  lint: waiting");
    const built = change("build", "success", 65_000);
    expect(lineOf(built, ...started)).to.equal(" 1m 05s  build: success, result r-build");
  });

  it("names a word of the service that nobody knows, and none that says the same", () => {
    for (const word of ["inProgress", "IN_PROGRESS", "running"])
      expect(lineOf(change("build", word, 0), ...started)).to.match(/build: running$/);
    expect(lineOf(change("build", "upload", 0), ...started)).to.match(/build: running \(upload\)$/);
  });

  it("writes the pipeline as it can be typed", () => {
    expect(wordOf(shop)).to.equal("shop");
    expect(wordOf({ id: 1, name: "-odd" })).to.equal("-- -odd");
    expect(wordOf({ id: 1, name: undefined })).to.equal("1");
  });
});

describe("the exit codes of a run", () => {
  it("are those that the help and docs/runs.md name", async () => {
    const { readFile } = await import("node:fs/promises");
    const page = await readFile(new URL("../../../docs/runs.md", import.meta.url), "utf8");
    for (const [name, code] of Object.entries(exitCodes)) {
      expect(exitCodesHelp, name).to.match(new RegExp(`\\b${String(code)} `));
      expect(page, name).to.match(new RegExp(`^\\| ${String(code)} `, "m"));
    }
    expect([exitCodeOf("success"), exitCodeOf("canceled"), exitCodeOf("failed")]).to.deep.equal([0, 2, 3]);
  });
});

describe("the view of a run", () => {
  const terminal = { isTTY: true, rows: 30 };

  it("is a picture in a terminal that can show one, JSON when asked for, else lines", () => {
    expect(chooseView(undefined, terminal, { TERM: "xterm" })).to.equal("live");
    expect(chooseView(true, terminal, { TERM: "xterm" })).to.equal("json");
    expect(chooseView(undefined, { isTTY: false, rows: 0 }, { TERM: "xterm" })).to.equal("plain");
    expect(chooseView(undefined, { isTTY: true, rows: 0 }, { TERM: "xterm" })).to.equal("plain");
    for (const variable of [{ NO_COLOR: "1" }, { CI: "true" }, { TERM: "dumb" }])
      expect(chooseView(undefined, terminal, variable)).to.equal("plain");
  });

  it("stamps each event with version, time and pipeline", () => {
    expect(runEvent({ event: "started", runId: "5" }, shop, startedAt)).to.deep.equal({
      version: 1,
      time: "2026-03-02T00:00:00.000Z",
      pipeline: { id: "3101", name: "shop" },
      event: "started",
      runId: "5",
    });
  });
});

describe("Ctrl-C", () => {
  it("is one key when it arrives twice at once, and leaves with the second key", () => {
    for (const [pauseMs, left] of [
      [0, 0],
      [399, 0],
      [400, 1],
    ] as const) {
      const source = new EventEmitter() as NodeJS.EventEmitter & Pick<NodeJS.Process, "on" | "off">;
      let now = startedAt;
      let leaves = 0;
      {
        using interrupts = listenToInterrupts(
          source,
          () => (leaves += 1),
          () => now,
        );
        expect(interrupts.signal.aborted).to.equal(false);
        source.emit("SIGINT");
        expect(interrupts.signal.aborted).to.equal(true);
        now += pauseMs;
        source.emit("SIGTERM");
        expect(leaves, String(pauseMs)).to.equal(left);
      }
      expect(source.listenerCount("SIGINT") + source.listenerCount("SIGTERM")).to.equal(0);
    }
  });
});

describe("a list of runs", () => {
  it("says who, when and how long, as far as the service does", () => {
    const pipeline = { id: "3101", name: "shop" };
    const runs = [
      { runId: "6", status: "running", begin: "2026-03-02T00:00:00.000Z", requestedBy: "kim", requestType: "console" },
      { runId: "5", status: "canceled", requestType: "trigger", durationMs: 3_600_000 },
      { runId: "4", status: "success" },
    ] as const;
    expect(formatRunList({ version: 1, pipeline, runs }, startedAt + 12_000)).to.equal(
      [
        "RUN  STATUS    STARTED BY     BEGAN                     TOOK",
        "6    running   kim (console)  2026-03-02T00:00:00.000Z  12s so far",
        "5    canceled  (trigger)                                1h 00m",
        "4    success",
      ].join("\n"),
    );
  });
});
