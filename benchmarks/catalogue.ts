import { measureBefore } from "./before/measure-before.ts";
import { measureAlgorithms } from "./algorithms/measure-algorithms.ts";
import { measureCalls } from "./calls/measure-calls.ts";
import { measureClient } from "./client/measure-client.ts";
import { measureEmulator } from "./emulator/measure-emulator.ts";
import { measureWrites } from "./emulator/measure-writes.ts";
import { measureEngine } from "./engine/measure-engine.ts";
import { measureGrowth } from "./growth/measure-growth.ts";
import { measureStartup } from "./startup/measure-startup.ts";
import { measureRuns } from "./runs/measure-runs.ts";
import type { Benchmark } from "./support/benchmark.ts";

/** All benchmarks, by the name that `--only` takes, in the order in which they run. `before` needs a folder. */
export const catalogue: Readonly<Record<string, Benchmark>> = {
  startup: measureStartup,
  algorithms: measureAlgorithms,
  client: measureClient,
  emulator: measureEmulator,
  writes: measureWrites,
  calls: measureCalls,
  runs: measureRuns,
  engine: measureEngine,
  growth: measureGrowth,
  before: measureBefore,
};
