import type {
  Id,
  ScheduleTrigger,
  SourceBuildTask,
  SourceDeployTask,
} from "../../../provider/services/sourcepipeline/pipeline/pipeline.ts";

import type { RunSpec } from "../runs/run-spec.ts";

/** A value that another resource of the program gives. */
export interface Reference {
  /** Name of the resource. */
  readonly from: string;
  readonly output: "id" | "projectId" | "name";
}

/** A task as a program writes it. */
export type SpecTask = (Omit<SourceBuildTask, "projectId"> & { readonly projectId: Id | Reference }) | SourceDeployTask;

/** Triggers as a program writes them. */
export interface SpecTriggers {
  readonly repositories?: readonly { readonly name: string | Reference; readonly branch: string }[];
  readonly schedules?: readonly ScheduleTrigger[];
  readonly pipelines?: readonly { readonly id: Id | Reference }[];
}

/** `default`: the stack's own configuration; `second`: an explicit provider with another endpoint. */
export type ProviderName = "default" | "second";

/** What a program says about one pipeline. */
export interface Spec {
  readonly args: {
    readonly name?: string;
    readonly description?: string;
    readonly tasks: readonly SpecTask[];
    readonly triggers?: SpecTriggers;
    readonly adopt?: string | true;
  };
  readonly provider: ProviderName;
  /** The components around it, the outermost first. */
  readonly within: readonly string[];
  /** Names of resources and components. */
  readonly dependsOn: readonly string[];
}

/** What a resource of another provider makes for pipelines; under another name it is replaced. */
export interface MadeSpec {
  readonly kind: "buildProject" | "repository";
  readonly name: string;
}

/** A program, by the names of its resources. */
export interface Program {
  readonly runs: Map<string, RunSpec>;
  readonly pipelines: Map<string, Spec>;
  readonly made: Map<string, MadeSpec>;
}

export const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && "from" in value && "output" in value;

/** A value with all references in it replaced; `path` is where one stands, such as `tasks[0].projectId`. */
export function resolveReferences(
  value: unknown,
  resolve: (reference: Reference, path: string) => unknown,
  path = "",
): unknown {
  if (isReference(value)) return resolve(value, path);
  if (Array.isArray(value)) {
    return value.map((part, index) => resolveReferences(part, resolve, `${path}[${String(index)}]`));
  }
  if (typeof value !== "object" || value === null) return value;
  const below = (key: string): string => (path === "" ? key : `${path}.${key}`);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, resolveReferences(part, resolve, below(key))]),
  );
}

/** The resources whose values a pipeline's arguments hold. */
export function sourcesOf({ args }: Pick<Spec, "args">): string[] {
  const sources = new Set<string>();
  resolveReferences(args, ({ from }) => sources.add(from));
  return [...sources];
}

/** The resources that come before one: those it refers to, and those of `dependsOn`, of a component all that it holds. */
export function dependenciesOf(program: Program, resource: string): string[] {
  const spec = program.pipelines.get(resource);
  const { of } = program.runs.get(resource) ?? {};
  if (typeof of === "string") return [of];
  if (spec === undefined) return [];
  const named = spec.dependsOn.flatMap((name) => [name, ...membersOf(program, name)]);
  return [...new Set([...sourcesOf(spec), ...named])].filter(
    (name) => name !== resource && (program.pipelines.has(name) || program.made.has(name)),
  );
}

const membersOf = ({ pipelines }: Program, component: string): string[] =>
  [...pipelines].filter(([, { within }]) => within.includes(component)).map(([name]) => name);

/** The resources of a program, each after those that it depends on; undefined when there is no such order. */
export function inOrder(program: Program): string[] | undefined {
  const names = [...program.made.keys(), ...program.pipelines.keys()];
  const ordered = new Set<string>();
  for (let rest = names; rest.length > 0;) {
    const ready = rest.filter((name) => dependenciesOf(program, name).every((before) => ordered.has(before)));
    if (ready.length === 0) return undefined;
    for (const name of ready) ordered.add(name);
    rest = rest.filter((name) => !ordered.has(name));
  }
  return [...ordered];
}
