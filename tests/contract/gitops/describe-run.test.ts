import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runEvent, type RunHappening } from "../../../cli/run/run-events.ts";

const script = fileURLToPath(new URL("../../../examples/gitops/ci/describe-run.mjs", import.meta.url));

/** The most characters that GitHub takes, and the most bytes that it could mean by that. */
const commentLimit = 65_536;

describe("the comment about a run in the example", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "run-events-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const describeText = (events: string, pipeline = "shop"): string => {
    const file = join(folder, "run.jsonl");
    writeFileSync(file, events);
    return execFileSync(process.execPath, [script, pipeline, file], {
      encoding: "utf8",
      env: { RUN: "https://ci.example/1" },
    });
  };
  /** What it says of events as the command prints them. */
  const describeEvents = (...happenings: RunHappening[]): string => {
    const subject = { id: 3101, name: "shop" };
    const lines = happenings.map((happening) => JSON.stringify(runEvent(happening, subject, 0)));
    return describeText(lines.map((line) => `${line}\n`).join(""));
  };

  const started: RunHappening = { event: "started", runId: "54001" };
  const failedTask = (name: string, resultId = "86001") => ({
    [name]: { status: "failed", rawStatus: "failed", resultId, type: "SourceBuild" } as const,
  });
  const ended = (tasks: object, more: object = {}): RunHappening => ({
    event: "ended",
    runId: "54001",
    status: "failed",
    exitCode: 3,
    outcome: { runId: "54001", status: "failed", durationMs: 3_758_400, tasks } as never,
    ...more,
  });

  it("has the pipeline, the run, the outcome, how long it took, and the failed task with its result", () => {
    expect(describeEvents(started, ended(failedTask("build")))).to.equal(
      "### ❌ Run of `shop`\n\nRun `54001` failed after 1h 2m 38s. Failed: `build` (SourceBuild result `86001`). " +
        "[The job](https://ci.example/1) has the log.\n\n" +
        "| task | status | result |\n| --- | --- | --- |\n| `build` | `failed` | `86001` |\n",
    );
  });

  it("tells a timeout, a run that goes on, an error and a job that was killed apart", () => {
    const canceled = { event: "ended", runId: "54001", status: "canceled", reason: "timeout", exitCode: 124 } as const;
    const outcome = { runId: "54001", status: "canceled", durationMs: 400, tasks: {} } as never;
    expect(describeEvents(started, { ...canceled, outcome })).to.contain(
      "Run `54001` was canceled after 0s, because its time was up.",
    );
    const left = { event: "left", runId: "54001", exitCode: 1 } as const;
    expect(describeEvents(started, { ...left, reason: "interrupt", isCanceling: true })).to.contain(
      "Run `54001` may go on: the job was cancelled, and its cancel was not seen to end.",
    );
    const error = { event: "error", message: "It could not be followed.", exitCode: 1 } as const;
    expect(describeEvents(started, error)).to.contain("ended with an error:\n\n```\nIt could not be followed.\n```\n");
    expect(describeEvents(started)).to.contain("Run `54001` may go on: the job ended before it did.");
    expect(describeText('{"event":"started","runId":"54001"}\n{"event":"ta')).to.contain("Run `54001` may go on");
    expect(describeText("")).to.contain("No run was started; the log says why.");
  });

  it("lets no name end its code, break a table, mention anybody or start HTML", () => {
    const name = "a|b`c\n\n<script> @team ```";
    const text = describeEvents(started, ended(failedTask(name, "x`y")));
    expect(text).to.contain("| ```` a\\|b`c <script> @team ``` ```` | `failed` | `` x`y `` |\n");
    expect(text.split("\n")).to.have.length(8);
    const message = "before\n```\n@everybody\n````";
    expect(describeEvents({ event: "error", message, exitCode: 1 })).to.contain(`\`\`\`\`\`\n${message}\n\`\`\`\`\``);
  });

  it("always fits into a comment, failed tasks first", () => {
    for (const character of ["x", "`", "|", "가", "😀"]) {
      const long = character.repeat(4000);
      const names = Array.from({ length: 200 }, (_, index) => `${index}${long}`);
      const tasks = names.reduce((all, name) => ({ ...all, ...failedTask(name, long) }), {
        fine: { status: "success" },
      });
      const text = describeEvents(started, ended(tasks));
      expect(Buffer.byteLength(text)).to.be.below(commentLimit);
      expect(text).to.contain("151 more tasks are not shown.").and.not.contain("fine");
      const error = describeEvents({ event: "error", message: long.repeat(100), exitCode: 1 });
      expect(Buffer.byteLength(error)).to.be.below(commentLimit);
    }
  });
});
