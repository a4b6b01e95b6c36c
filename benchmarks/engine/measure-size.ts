import { compare, type Comparison, measurePair, type Pair } from "../support/alternate.ts";
import { declaredPipelines } from "../support/declared-pipelines.ts";
import { type CommandName, commandNames, commands } from "./commands.ts";
import type { Project } from "./create-project.ts";
import type { Cost } from "./run-command.ts";

/** What a command cost, in milliseconds. */
type CommandResult = Record<keyof Cost, Comparison>;

/** What one number of pipelines cost. */
export interface SizeResult {
  size: number;
  rounds: number;
  commands: Record<CommandName, CommandResult>;
  /** Bytes of state for each resource. */
  state: Pair<number>;
}

/** Runs all commands on both projects, command by command in turn. */
export async function measureSize(
  size: number,
  rounds: number,
  projects: Readonly<Pair<Project>>,
): Promise<SizeResult> {
  const { ours, floor } = projects;
  ours.declare(declaredPipelines(size));
  floor.declare(declaredPipelines(size));
  const pairs = new Map<CommandName, Pair<Cost>[]>(commandNames.map((name) => [name, []]));
  let state = { ours: 0, floor: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of commandNames) {
      const words = commands[name];
      const measures = { ours: () => ours.pulumi(...words), floor: () => floor.pulumi(...words) };
      pairs.get(name)?.push(await measurePair(round, measures));
      if (name === "up") state = { ours: ours.stateSize() / size, floor: floor.stateSize() / size };
    }
  }
  const results = commandNames.map((name) => [name, resultOf(pairs.get(name) ?? [])] as const);
  return { size, rounds, commands: Object.fromEntries(results) as SizeResult["commands"], state };
}

function resultOf(pairs: readonly Pair<Cost>[]): CommandResult {
  const part = (key: keyof Cost): Comparison =>
    compare(pairs.map(({ ours, floor }) => ({ ours: ours[key], floor: floor[key] })));
  return { wall: part("wall"), processor: part("processor") };
}
