import type { Random } from "../../../emulator/random.ts";
import type { Id } from "../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import {
  inOrder,
  type MadeSpec,
  type Program,
  type Reference,
  type Spec,
  type SpecTask,
  type SpecTriggers,
} from "./program.ts";

/** What there is in the account that no program of ours made. */
export interface Offers {
  /** Id of a pipeline of somebody else that triggers may name. */
  readonly upstream: number;
  /** Ids of build projects that somebody else makes and deletes. */
  readonly buildProjects: () => readonly number[];
  /** Names of repositories that somebody else makes and deletes. */
  readonly repositories: () => readonly string[];
}

/** Invents resources. The same dice give the same resources. */
export interface Inventor {
  readonly invent: (program: Program, resource: string) => Spec;
  /** The same pipeline with another content. */
  readonly edit: (program: Program, resource: string, spec: Spec) => Spec;
  /** The same pipeline under a name that was never used. */
  readonly rename: (spec: Spec) => Spec;
  readonly make: () => MadeSpec;
}

type Content = Pick<Spec, "dependsOn"> & { readonly args: Omit<Spec["args"], "name" | "adopt"> };

/** Components of programs, each inside the one before it. */
export const components = ["team", "squad", "crew"];

/** What pipelines of the second account name, and all others may: it is in both. */
const common = { buildProject: 20632, repository: "shop-api" };

export function createInventor(random: Random, offers: Offers): Inventor {
  let names = 0;
  const nextName = (kind: string): string => `${kind}-${String((names += 1))}`;
  const oneOf = <Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const chance = (share: number): boolean => random() < share;
  const madeOf = ({ made }: Program, kind: MadeSpec["kind"]): string[] =>
    [...made].filter(([, spec]) => spec.kind === kind).map(([name]) => name);

  function inventProject(program: Program): SpecTask & { type: "SourceBuild" } {
    type ProjectId = Id | Reference;
    const references = madeOf(program, "buildProject").map((from): ProjectId => ({ from, output: "projectId" }));
    const own = oneOf<ProjectId>(common.buildProject, String(common.buildProject), 20633);
    const projectId = oneOf(own, oneOf(...references, own), oneOf<ProjectId>(...offers.buildProjects(), own));
    return { name: "", type: "SourceBuild", projectId, ...(chance(0.4) && { branch: "main" }) };
  }

  function inventTasks(program: Program | undefined): SpecTask[] {
    const branch = oneOf(undefined, "main", "develop");
    const plain = { type: "SourceBuild" as const, projectId: oneOf<number | string>(20632, "20632") };
    const builds = Array.from({ length: oneOf(1, 1, 2, 3) }, (_, index) => ({
      ...(program && chance(0.5) ? inventProject(program) : { ...plain, ...(branch !== undefined && { branch }) }),
      name: `build-${String(index)}`,
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
  }

  function inventTriggers(program: Program, resource: string, spec: Pick<Spec, "provider">): SpecTriggers | undefined {
    const schedule = { time: "03:30", timeZone: oneOf("Asia/Seoul", "Asia/Seoul (UTC+09:00)", "Europe/Berlin") };
    const days = oneOf<("MON" | "FRI")[]>(["FRI", "MON"], ["MON"]);
    const isHome = spec.provider === "default";
    const starters = [...program.pipelines]
      .filter(([name, other]) => name !== resource && other.provider === spec.provider)
      .map(([from]) => ({ from, output: "id" }) as const);
    const repositories = [
      ...madeOf(program, "repository").map((from) => ({ from, output: "name" }) as const),
      ...offers.repositories(),
    ].map((name) => ({ name, branch: "main" }));
    return oneOf<SpecTriggers | undefined>(
      undefined,
      {},
      { repositories: [{ name: common.repository, branch: oneOf("main", "develop") }] },
      { schedules: [{ ...schedule, days, onlyWithChange: true }] },
      ...(isHome ? [{ repositories: [{ name: "fresh", branch: "master" }] }] : []),
      ...(isHome ? [{ pipelines: [{ id: oneOf<number | string>(offers.upstream, String(offers.upstream)) }] }] : []),
      ...(isHome && repositories.length > 0 ? [{ repositories: [oneOf(...repositories)] }] : []),
      ...(starters.length > 0 ? [{ pipelines: [{ id: oneOf(...starters) }], repositories: [] }] : []),
    );
  }

  function inventDependencies(program: Program): string[] {
    const names = [...program.made.keys(), ...program.pipelines.keys(), ...components];
    return chance(0.2) && names.length > 0 ? [oneOf(...names)] : [];
  }

  function content(program: Program, resource: string, spec: Pick<Spec, "provider" | "within">): Content {
    const description = oneOf(undefined, "", `edition ${String(Math.floor(random() * 1e6))}`);
    const isHome = spec.provider === "default";
    const tasks = inventTasks(isHome ? program : undefined);
    const triggers = inventTriggers(program, resource, spec);
    const args = { tasks, ...(description !== undefined && { description }) };
    const whole = { args: { ...args, ...(triggers && { triggers }) }, dependsOn: inventDependencies(program) };
    if (!spec.within.some((name) => whole.dependsOn.includes(name)) && isPossible(program, resource, spec, whole)) {
      return whole;
    }
    // Two that wait for each other: the program would not even run.
    return { args: { ...args, tasks: inventTasks(undefined) }, dependsOn: [] };
  }

  return {
    invent: (program, resource) => {
      const provider = chance(0.2) ? "second" : "default";
      const within = components.slice(0, oneOf(0, 0, 0, 1, 1, 2, 3));
      const { args, dependsOn } = content(program, resource, { provider, within });
      return { args: { ...args, ...(random() < 0.7 && { name: nextName("pipeline") }) }, provider, within, dependsOn };
    },
    edit: (program, resource, spec) => {
      const { name, adopt } = spec.args;
      const { args, dependsOn } = content(program, resource, spec);
      const kept = { ...(name !== undefined && { name }), ...(adopt !== undefined && { adopt }) };
      return { ...spec, args: { ...args, ...kept }, dependsOn };
    },
    rename: (spec) => ({ ...spec, args: { ...spec.args, name: nextName("pipeline") } }),
    make: () => {
      const kind = oneOf<MadeSpec["kind"]>("buildProject", "repository");
      return { kind, name: nextName("made") };
    },
  };
}

/** Whether a program still has an order with another content of a resource. */
function isPossible(
  { pipelines, made, runs }: Program,
  resource: string,
  spec: Pick<Spec, "provider" | "within">,
  { args, dependsOn }: Content,
): boolean {
  return (
    inOrder({ made, runs, pipelines: new Map([...pipelines, [resource, { ...spec, args, dependsOn }]]) }) !== undefined
  );
}
