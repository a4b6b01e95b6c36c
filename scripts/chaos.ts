import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runReal } from "./chaos/real/run-real.ts";
import { runChaos } from "./chaos/run-chaos.ts";

/*
 * A long run of the lifecycle under faults, on an engine written for it: `npm run chaos -- --seed 7 --operations 10000`;
 * or on the real one: `npm run chaos -- --engine real --minutes 5`. It ends with exit code 1 when an invariant is broken.
 */

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "model" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    operations: { type: "string", default: "10000" },
    faults: { type: "string", default: "0.25" },
    minutes: { type: "string", default: "5" },
  },
});

const startedAt = performance.now();
const seconds = (): string => ((performance.now() - startedAt) / 1000).toFixed(1);
const violations = await (values.engine === "real" ? onRealEngine() : onModel());
process.exitCode = violations.length === 0 ? 0 : 1;

async function onModel(): Promise<string[]> {
  const options = {
    seed: Number(values.seed),
    operations: Number(values.operations),
    faults: Number(values.faults),
  };
  const { seed, rounds, requests, operations, faults, events, violations } = await runChaos(options);
  console.log(
    `Seed ${seed}: ${operations.total()} operations in ${rounds} rounds, ${requests.total} requests, ${seconds()} s.`,
  );
  console.log(`\nOperations:\n${operations.lines().join("\n")}`);
  console.log(
    `\nFaults, ${faults.total()} in ${requests.underFaults} requests under faults:\n${faults.lines().join("\n")}`,
  );
  console.log(`\nWhat came of it:\n${events.lines().join("\n")}`);
  console.log(
    violations.length === 0
      ? "\nAfter each round: state equals service, no orphan, no duplicate, nothing called gone or missing that is there, the other account as it was, and a second up changed nothing."
      : `\nBROKEN in round ${rounds}:\n${violations.join("\n")}`,
  );
  return violations;
}

async function onRealEngine(): Promise<string[]> {
  const seed = Number(values.seed);
  console.log(`Seed ${seed}, on the real engine.`);
  // Programs use the package as it is built.
  const build = spawnSync(process.execPath, [fileURLToPath(new URL("build.mjs", import.meta.url))], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (build.status !== 0) throw new Error("The package could not be built.");

  const report = await runReal({ seed, minutes: Number(values.minutes), now: Date.now });
  const { rounds, commands, events, violations, transcript } = report;
  if (violations.length > 0) console.log(`\n${transcript.join("\n\n")}`);
  console.log(`\n${commands.total()} commands in ${rounds} rounds, ${seconds()} s:\n${commands.lines().join("\n")}`);
  console.log(`\nWhat came of it:\n${events.lines().join("\n")}`);
  console.log(
    violations.length === 0
      ? "\nAfter each round: state equals service, no orphan, no duplicate, nothing called missing that is there, the other account as it was, and a second up changed nothing."
      : `\nBROKEN in round ${rounds}, seed ${seed}:\n${violations.join("\n")}`,
  );
  return violations;
}
