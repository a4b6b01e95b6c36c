import { providerText } from "../../provider/hosts/dynamic/provider-text.ts";
import type { Section, Table } from "../report/report.ts";
import { commandNames } from "./commands.ts";
import type { SizeResult } from "./measure-size.ts";
import type { Cost } from "./run-command.ts";

/** The size for which the aim is set. */
const aimedSize = 200;

/**
 * What the engine's commands cost, as tables.
 *
 * @param nextToGot with the do-nothing resources sending as many requests as ours, with got alone
 */
export function engineSection(results: readonly SizeResult[], nextToGot: SizeResult): Section {
  const aimed = results.find(({ size }) => size === aimedSize) ?? results.at(-1);
  return {
    name: "engine",
    title: "Engine overhead",
    method:
      "The real engine over a file backend, the emulator in a process of its own on the same machine. Pipelines have " +
      "two tasks, a repository trigger and a schedule, every tenth is started by another pipeline, all share 20 build " +
      "projects; validation is `full`. The floor is the same program with dynamic resources of the same inputs and " +
      "nearly the same size of state (last table), whose provider does nothing. Both run command by command in turn; " +
      "times are medians, a ratio is the median of the rounds' ratios. Processor time is that of all processes of a " +
      "command; the emulator's is not in it, while on the clock the emulator takes its share of the machine, too. " +
      "The third table compares with the floor once its provider sends as many requests as ours, with got alone and " +
      "unsigned.",
    tables: [
      costTable(results, "wall", "Seconds on the clock"),
      costTable(results, "processor", "Seconds of processors"),
      gotTable(nextToGot),
      {
        title: "Bytes of state for each resource",
        columns: [{ head: "resources" }, { head: "floor" }, { head: "ours" }],
        rows: results.map(({ size, state }) => [size, state.floor, state.ours]),
      },
    ],
    aims: [
      ...commandNames.map((name) => ({
        what: `\`${name}\` of ${String(aimed?.size)} pipelines, next to the floor`,
        measured: aimed?.commands[name].wall.ratio ?? Number.NaN,
        limit: 1.1,
        direction: "atMost" as const,
        unit: "times",
        digits: 2,
      })),
      {
        what: "length of `__provider`",
        measured: Buffer.byteLength(providerText),
        limit: 100,
        direction: "atMost",
        unit: "bytes",
        digits: 0,
      },
    ],
  };
}

function gotTable({ size, commands }: SizeResult): Table {
  const columns = [
    { head: "command" },
    { head: "seconds, floor with got", digits: 2 },
    { head: "ours", digits: 2 },
    { head: "ratio", digits: 2 },
    { head: "ratio of processor time", digits: 2 },
  ];
  const rows = commandNames.map((name) => {
    const { wall, processor } = commands[name];
    return [name, wall.floor / 1000, wall.ours / 1000, wall.ratio, processor.ratio];
  });
  return { title: `${String(size)} pipelines next to got alone`, columns, rows };
}

function costTable(results: readonly SizeResult[], kind: keyof Cost, title: string): Table {
  return {
    title,
    columns: [
      { head: "command" },
      { head: "pipelines" },
      { head: "rounds" },
      { head: "floor", digits: 2 },
      { head: "ours", digits: 2 },
      { head: "ratio", digits: 2 },
      { head: "least", digits: 2 },
      { head: "greatest", digits: 2 },
    ],
    rows: commandNames.flatMap((name) =>
      results.map(({ size, rounds, commands }) => {
        const { floor, ours, ratio, spread } = commands[name][kind];
        return [name, size, rounds, floor / 1000, ours / 1000, ratio, ...spread];
      }),
    ),
  };
}
