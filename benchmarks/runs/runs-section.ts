import type { Section } from "../report/report.ts";
import type { FollowedRun } from "./count-requests.ts";
import type { Overhead } from "./measure-overhead.ts";

/**
 * The most requests that a run of a minute with two tasks may take: two lists and the start; a look at the beginning, and
 * after pauses of 1, 2, 4 and 8 s, and of 10 s from then on, which begin anew with each change.
 */
const mostOfAMinute = 16;

export function runsSection(followed: readonly FollowedRun[], overhead: Overhead): Section {
  const { runs, seconds, requests, processor } = overhead;
  const count = ({ operations }: FollowedRun, name: string): number =>
    operations.filter((operation) => operation === name).length;
  return {
    name: "runs",
    title: "Runs",
    method:
      "A run of two tasks that take equally long is started and followed by the verbs of `PipelineRun`; requests are " +
      "counted in the emulator's log, on a clock that jumps from one wait to the next. For the processor time, " +
      `${String(runs)} runs of ${String(seconds)} real seconds are checked, started and followed side by side in one ` +
      "process, as the plugin of one command does; the floor is a process that sends the same requests with got alone, " +
      "signed beforehand. Both have loaded their modules and done one run before; waits take no processor time.",
    tables: [
      {
        title: "Requests for a run",
        columns: ["seconds", "lists", "start", "looks", "all"].map((head) => ({ head })),
        rows: followed.map((run) => [
          run.seconds,
          count(run, "getProjectHistories") + count(run, "getProjects"),
          count(run, "startProject"),
          count(run, "getProjectHistory"),
          run.operations.length,
        ]),
      },
      {
        title: `${String(runs)} runs of ${String(seconds)} s in one process, ${String(requests)} requests`,
        columns: [
          { head: "" },
          { head: "processor time, ms" },
          { head: "for a run, ms", digits: 1 },
          { head: "of got", digits: 2 },
          { head: "least", digits: 2 },
          { head: "greatest", digits: 2 },
        ],
        rows: [
          ["got alone", processor.floor, processor.floor / runs, 1, "", ""],
          ["`PipelineRun`", processor.ours, processor.ours / runs, processor.ratio, ...processor.spread],
        ],
      },
    ],
    aims: followed
      .filter((run) => run.seconds === 60)
      .map(({ operations }) => ({
        what: "a followed run of 60 s",
        measured: operations.length,
        limit: mostOfAMinute,
        direction: "atMost",
        unit: "requests",
        digits: 0,
      })),
  };
}
