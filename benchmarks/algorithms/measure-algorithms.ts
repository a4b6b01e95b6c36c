import { checkPipeline } from "../../provider/services/sourcepipeline/pipeline/check-pipeline.ts";
import { nearest } from "../../provider/core/validation/nearest.ts";
import { nextRuns } from "../../provider/services/sourcepipeline/pipeline/schedule/next-runs.ts";
import { createZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import type { Section } from "../report/report.ts";
import type { Benchmark } from "../support/benchmark.ts";
import { microseconds } from "../support/microseconds.ts";
import { manyNames, pipelineOf, schedule } from "./inputs.ts";

const sizes = [10, 100, 1_000] as const;
const now = Date.UTC(2026, 0, 1);

/** The pure parts whose time grows with what they are given. */
export const measureAlgorithms: Benchmark = async ({ say }) => {
  say("checks, schedules, names");
  const names = manyNames(10_000);
  const offsets = createZoneOffsets();
  const checks = sizes.map((size) => [`check, ${String(size)} tasks`, size, checkOf(size)] as const);
  const others = [
    ["next 3 runs, zone known", 3, () => nextRuns([schedule], offsets, now, 3)],
    ["next 100 runs, zone known", 100, () => nextRuns([schedule], offsets, now, 100)],
    ["next 3 runs, zone new", 3, () => nextRuns([schedule], createZoneOffsets(), now, 3)],
    ["nearest of 10,000 names", 10_000, () => nearest("team-5-servise-4242", names)],
  ] as const;
  const all = [...checks, ...others];
  const times = await microseconds(Object.fromEntries(all.map(([name, , run]) => [name, run])));
  return sectionOf(all.map(([name, size]) => [name, times[name] ?? Number.NaN, (times[name] ?? Number.NaN) / size]));
};

function checkOf(size: number): () => unknown {
  const pipeline = pipelineOf(size);
  return () => checkPipeline(pipeline, { now });
}

const sectionOf = (rows: (string | number)[][]): Section => ({
  name: "algorithms",
  title: "Algorithms",
  method:
    "Medians of many calls in one process. The check is shape, rules and task graph of one pipeline without its " +
    "account; each task waits for two others. The last column shows how the time grows: flat is linear.",
  tables: [
    {
      title: "Microseconds",
      columns: [{ head: "" }, { head: "a call", digits: 1 }, { head: "for each task, run or name", digits: 2 }],
      rows,
    },
  ],
  aims: [],
});
