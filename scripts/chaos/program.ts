import type { Random } from "../../emulator/random.ts";
import type { Task, Triggers } from "../../provider/model/pipeline.ts";

/** What a program says about one pipeline. */
export interface Spec {
  readonly args: {
    readonly name?: string;
    readonly description?: string;
    readonly tasks: readonly Task[];
    readonly triggers?: Triggers;
    readonly adopt?: string | true;
  };
  /** Replaced in the next command although nothing about it changes. */
  readonly isForced: boolean;
}

/** The pipelines of a program, by the names of their resources. */
export type Program = Map<string, Spec>;

/** Invents pipelines. The same dice give the same pipelines. */
export interface Inventor {
  readonly invent: () => Spec;
  /** The same pipeline with another content. */
  readonly edit: (spec: Spec) => Spec;
  /** The same pipeline under a name that was never used. */
  readonly rename: (spec: Spec) => Spec;
}

/** @param upstream id of a pipeline that triggers may name. */
export function createInventor(random: Random, upstream: number): Inventor {
  let names = 0;
  const nextName = (): string => `pipeline-${(names += 1)}`;
  const oneOf = <Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

  const content = (): Spec["args"] => {
    const description = oneOf(undefined, "", `edition ${Math.floor(random() * 1e6)}`);
    const triggers = inventTriggers();
    return { tasks: inventTasks(), ...(description !== undefined && { description }), ...(triggers && { triggers }) };
  };

  const inventTasks = (): Task[] => {
    const branch = oneOf(undefined, "main", "develop");
    const builds = Array.from({ length: oneOf(1, 1, 2, 3) }, (_, index) => ({
      name: `build-${index}`,
      type: "SourceBuild" as const,
      projectId: oneOf<number | string>(20632, "20632"),
      ...(branch !== undefined && { branch }),
      ...(index > 0 && { linkedTasks: ["build-0"] }),
    }));
    const deploy = {
      name: "deploy",
      type: "SourceDeploy" as const,
      ...oneOf(
        { projectId: 12920, stageId: 14146, scenarioId: 21001 },
        { projectId: 12920, stageId: 14147, scenarioId: "21004" },
      ),
      linkedTasks: builds.map(({ name }) => name).toReversed(),
    };
    return random() < 0.5 ? builds : [deploy, ...builds];
  };

  const inventTriggers = (): Triggers | undefined => {
    const schedule = { time: "03:30", timeZone: oneOf("Asia/Seoul", "Asia/Seoul (UTC+09:00)", "Europe/Berlin") };
    return oneOf<Triggers | undefined>(
      undefined,
      {},
      { repositories: [{ name: "shop-api", branch: oneOf("main", "develop") }] },
      { schedules: [{ ...schedule, days: oneOf<("MON" | "FRI")[]>(["FRI", "MON"], ["MON"]), onlyWithChange: true }] },
      { pipelines: [{ id: oneOf<number | string>(upstream, String(upstream)) }], repositories: [] },
    );
  };

  return {
    invent: () => ({ args: { ...content(), ...(random() < 0.7 && { name: nextName() }) }, isForced: false }),
    edit: ({ args: { name, adopt } }) => ({
      args: { ...content(), ...(name !== undefined && { name }), ...(adopt !== undefined && { adopt }) },
      isForced: false,
    }),
    rename: ({ args }) => ({ args: { ...args, name: nextName() }, isForced: false }),
  };
}
