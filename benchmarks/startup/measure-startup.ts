import type { Section } from "../report/report.ts";
import type { Benchmark } from "../support/benchmark.ts";
import { benchmarkWorld } from "../support/benchmark-world.ts";
import { median } from "../support/median.ts";
import { repository } from "../support/repository.ts";
import { runProbe } from "../support/run-probe.ts";
import { serviceEnvironment, startEmulator } from "../support/start-emulator.ts";
import { probes } from "./probes.ts";

type Times = Record<string, number>;

/** What this package adds to the start of a process that loads the Pulumi SDK anyway. */
export const measureStartup: Benchmark = async ({ quick, say }) => {
  await using emulator = await startEmulator(benchmarkWorld);
  const env = { ...process.env, ...serviceEnvironment(emulator) };
  const runs: Times[] = [];
  for (let round = 0; round < (quick ? 2 : 15); round += 1) {
    say(`round ${String(round + 1)}`);
    for (const text of Object.values(probes)) runs.push(await runProbe<Times>(text, { cwd: repository, env }));
    await emulator.admin.reset();
  }
  return sectionOf(runs);
};

function sectionOf(runs: readonly Times[]): Section {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  const middle = (name: string): number => median(runs.flatMap((run) => run[name] ?? []));
  const sdk = middle("sdk");
  const aimOf = (what: string, names: readonly string[]) => ({
    what,
    measured: names.reduce((sum, name) => sum + middle(name), 0),
    limit: 60,
    direction: "atMost" as const,
    unit: "ms on top of the SDK",
    digits: 0,
  });
  return {
    name: "startup",
    title: "Start-up",
    method:
      "Fresh processes, in turn. Each loads `@pulumi/pulumi` first, then this package; the rows after the first say " +
      "what came on top, one after the other. The first create loads the HTTP client and the schemas, and sends three " +
      "requests: list, POST and GET. The last rows are for comparison: the bundle holds what is needed of zod.",
    tables: [
      {
        title: "Milliseconds, medians",
        columns: [{ head: "step" }, { head: "time", digits: 1 }, { head: "of the SDK's", digits: 2 }],
        rows: names.map((name) => [name === "sdk" ? "@pulumi/pulumi" : name, middle(name), middle(name) / sdk]),
      },
    ],
    aims: [
      aimOf("`require` in a program", ["program: require"]),
      aimOf("`import` in a program", ["program: import"]),
      aimOf("plugin process, up to the first check", ["plugin: provider", "plugin: first check"]),
    ],
  };
}
