import type { Random } from "../../../emulator/random.ts";
import { removePipeline, storePipeline } from "../../../emulator/state/pipelines.ts";
import type { Spec } from "./program.ts";
import type { Change, Scene } from "./scene.ts";
import { runChanges } from "../runs/run-changes.ts";
import { withoutResource, withRenamedResource } from "./rewrite.ts";

const any = { least: 1, most: Infinity };

/** Everything that happens between two commands, by the name under which it is counted. */
const changes: Readonly<Record<string, Change>> = {
  ...runChanges,
  create: {
    weight: 4,
    least: 0,
    most: 14,
    apply: ({ program, inventor, nextResource }) => {
      const resource = nextResource("resource");
      program.pipelines.set(resource, inventor.invent(program, resource));
    },
  },
  edit: {
    ...any,
    weight: 4,
    apply: ({ program, inventor }, resource, spec) =>
      void program.pipelines.set(resource, inventor.edit(program, resource, spec)),
  },
  rename: {
    ...any,
    weight: 2,
    apply: ({ program, held, inventor }, resource, spec) => {
      // What was just taken over by its id cannot have another name in the same command.
      if (held(resource)) program.pipelines.set(resource, inventor.rename(spec));
    },
  },
  remove: { ...any, weight: 2, least: 4, apply: ({ program }, resource) => withoutResource(program, resource) },
  "move to another resource": {
    ...any,
    weight: 1,
    apply: ({ program, held, isTainted, random, nextResource }, resource, { args, ...spec }) => {
      const { id, name } = held(resource) ?? {};
      if (id === undefined || name === undefined || isTainted(resource) || name !== (args.name ?? name)) return;
      const next = nextResource("resource");
      const adopt = random() < 0.5 ? true : id;
      withRenamedResource(program, resource, next, { ...spec, args: { ...args, name, adopt } });
    },
  },
  "forced replacement": {
    ...any,
    weight: 2,
    apply: ({ taint, held }, resource, { args }) => {
      if (held(resource) && args.name === undefined && args.adopt === undefined) taint(resource);
    },
  },
  "drop the spent adopt": {
    ...any,
    weight: 1,
    apply: ({ program, held }, resource, { args: { adopt: _, ...args }, ...spec }) => {
      if (held(resource)) program.pipelines.set(resource, { ...spec, args });
    },
  },
  "make for pipelines": {
    weight: 1.5,
    least: 0,
    most: Infinity,
    apply: ({ program, inventor, nextResource }) => {
      if (program.made.size < 5) program.made.set(nextResource("made"), inventor.make());
    },
  },
  "replace what was made": {
    ...any,
    weight: 1,
    apply: ({ program, inventor, random }) => {
      const [name, spec] = oneOf([...program.made], random) ?? [];
      if (name !== undefined && spec !== undefined) program.made.set(name, { ...inventor.make(), kind: spec.kind });
    },
  },
  "remove what was made": {
    ...any,
    weight: 0.5,
    apply: ({ program, random }) => {
      const name = oneOf([...program.made.keys()], random);
      if (name !== undefined) withoutResource(program, name);
    },
  },
  "drift: edit": {
    ...any,
    weight: 2,
    apply: ({ held, services, random }, resource, { provider }) => {
      const service = services[provider];
      const pipeline = service.state.pipelines.get(Number(held(resource)?.id));
      if (pipeline === undefined) return;
      const repository = [{ type: "sourcecommit", name: "shop-web", branch: "main" }];
      const edits = [
        { description: `by somebody ${String(random())}` },
        { trigger: { ...pipeline.trigger, repository } },
        { tasks: pipeline.tasks.slice(0, 1).map((task) => ({ ...task, linkedTasks: [] })) },
      ];
      storePipeline(service, { ...pipeline, ...oneOf(edits, random) });
    },
  },
  "drift: delete": {
    weight: 1,
    least: 2,
    most: Infinity,
    apply: ({ held, services }, resource, { provider }) => {
      const id = Number(held(resource)?.id);
      if (services[provider].state.pipelines.has(id)) removePipeline(services[provider], id);
    },
  },
};

const nothing: Spec = { args: { tasks: [] }, provider: "default", within: [], dependsOn: [] };

/** Makes one change, and says which. */
export function mutate(scene: Scene): string {
  const { program, random } = scene;
  const { size } = program.pipelines;
  const possible = Object.entries(changes).filter(([, { least, most }]) => size >= least && size <= most);
  const total = possible.reduce((sum, [, { weight }]) => sum + weight, 0);
  let dice = random() * total;
  const [name, change] = possible.find(([, { weight }]) => (dice -= weight) < 0) ?? possible[0] ?? ["nothing"];

  const [resource, spec] = oneOf([...program.pipelines], random) ?? ["", nothing];
  change?.apply(scene, resource, spec);
  return name;
}

const oneOf = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)];
