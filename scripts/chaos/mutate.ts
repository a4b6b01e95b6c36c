import type { Random } from "../../emulator/random.ts";
import type { Service } from "../../emulator/service.ts";
import { removePipeline, storePipeline } from "../../emulator/world/pipelines.ts";
import type { Inventor, Program, Spec } from "./program.ts";
import { find, type Stack } from "./stack.ts";

/** What a change of the program, or of the service behind its back, works on. */
export interface Scene {
  readonly program: Program;
  readonly stack: Stack;
  readonly service: Service;
  readonly inventor: Inventor;
  readonly random: Random;
  /** A name for a resource that was never used. */
  readonly nextResource: () => string;
}

interface Change {
  readonly weight: number;
  /** How many resources the program has for this to make sense. */
  readonly least: number;
  readonly most: number;
  readonly apply: (scene: Scene, resource: string, spec: Spec) => void;
}

/** Everything that happens between two commands, by the name under which it is counted. */
const changes: Readonly<Record<string, Change>> = {
  create: {
    weight: 4,
    least: 0,
    most: 14,
    apply: ({ program, inventor, nextResource }) => void program.set(nextResource(), inventor.invent()),
  },
  edit: {
    weight: 4,
    least: 1,
    most: Infinity,
    apply: ({ program, inventor }, resource, spec) => void program.set(resource, inventor.edit(spec)),
  },
  rename: {
    weight: 2,
    least: 1,
    most: Infinity,
    apply: ({ program, stack, inventor }, resource, spec) => {
      // What was just taken over by its id cannot have another name in the same command.
      if (find(stack, resource)) program.set(resource, inventor.rename(spec));
    },
  },
  remove: { weight: 2, least: 4, most: Infinity, apply: ({ program }, resource) => void program.delete(resource) },
  "move to another resource": {
    weight: 1,
    least: 1,
    most: Infinity,
    apply: ({ program, stack, random, nextResource }, resource, { args, isForced }) => {
      const { id, inputs } = find(stack, resource) ?? {};
      if (id === undefined || inputs === undefined || isForced || inputs.name !== (args.name ?? inputs.name)) return;
      program.delete(resource);
      const adopt = random() < 0.5 ? true : id;
      program.set(nextResource(), { args: { ...args, name: inputs.name, adopt }, isForced: false });
    },
  },
  "forced replacement": {
    weight: 2,
    least: 1,
    most: Infinity,
    apply: ({ program }, resource, { args }) => {
      if (args.name === undefined && args.adopt === undefined) program.set(resource, { args, isForced: true });
    },
  },
  "drop the spent adopt": {
    weight: 1,
    least: 1,
    most: Infinity,
    apply: ({ program, stack }, resource, { args: { adopt: _, ...args }, isForced }) => {
      if (find(stack, resource)) program.set(resource, { args, isForced });
    },
  },
  "drift: edit": {
    weight: 2,
    least: 1,
    most: Infinity,
    apply: ({ stack, service, random }, resource) => {
      const pipeline = service.world.pipelines.get(Number(find(stack, resource)?.id));
      if (pipeline === undefined) return;
      const repository = [{ type: "sourcecommit", name: "shop-web", branch: "main" }];
      const edits = [
        { description: `by somebody ${random()}` },
        { trigger: { ...pipeline.trigger, repository } },
        { tasks: pipeline.tasks.slice(0, 1).map((task) => ({ ...task, linkedTasks: [] })) },
      ];
      storePipeline(service, { ...pipeline, ...edits[Math.floor(random() * edits.length)] });
    },
  },
  "drift: delete": {
    weight: 1,
    least: 2,
    most: Infinity,
    apply: ({ stack, service }, resource) => {
      const id = Number(find(stack, resource)?.id);
      if (service.world.pipelines.has(id)) removePipeline(service, id);
    },
  },
};

/** Makes one change, and says which. */
export function mutate(scene: Scene): string {
  const { program, random } = scene;
  const possible = Object.entries(changes).filter(
    ([, { least, most }]) => program.size >= least && program.size <= most,
  );
  const total = possible.reduce((sum, [, { weight }]) => sum + weight, 0);
  let dice = random() * total;
  const [name, change] = possible.find(([, { weight }]) => (dice -= weight) < 0) ?? possible[0] ?? ["nothing"];

  const resources = [...program];
  const [resource, spec] = resources[Math.floor(random() * resources.length)] ?? [
    "",
    { args: { tasks: [] }, isForced: false },
  ];
  change?.apply(scene, resource, spec);
  return name;
}
