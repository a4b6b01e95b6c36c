import { parseArgs } from "node:util";
import { runChaos } from "./chaos/run-chaos.ts";

/*
 * A long run of the lifecycle under faults: `npm run chaos -- --seed 7 --operations 10000`. It ends with exit code 1
 * when an invariant is broken.
 */

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    operations: { type: "string", default: "10000" },
    faults: { type: "string", default: "0.25" },
  },
});
const options = {
  seed: Number(values.seed),
  operations: Number(values.operations),
  faults: Number(values.faults),
};

const startedAt = performance.now();
const { seed, rounds, requests, operations, faults, events, violations } = await runChaos(options);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);

console.log(
  `Seed ${seed}: ${operations.total()} operations in ${rounds} rounds, ${requests.total} requests, ${seconds} s.`,
);
console.log(`\nOperations:\n${operations.lines().join("\n")}`);
console.log(
  `\nFaults, ${faults.total()} in ${requests.underFaults} requests under faults:\n${faults.lines().join("\n")}`,
);
console.log(`\nWhat came of it:\n${events.lines().join("\n")}`);
console.log(
  violations.length === 0
    ? "\nAfter each round: state equals service, no orphan, no duplicate, nothing called gone that is there, and a second up changed nothing."
    : `\nBROKEN in round ${rounds}:\n${violations.join("\n")}`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
