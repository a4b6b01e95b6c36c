import {
  inOrder,
  isReference,
  type Program,
  type Reference,
  resolveReferences,
  type Spec,
  type SpecTask,
  type SpecTriggers,
} from "./program.ts";

/** Takes a resource out of a program, with everything that refers to it: a program that names it would not run. */
export function withoutResource({ pipelines, made, runs }: Program, resource: string): void {
  pipelines.delete(resource);
  for (const [name, { of }] of runs) if (of === resource) runs.delete(name);
  made.delete(resource);
  const refers = (value: unknown): boolean => isReference(value) && value.from === resource;
  for (const [name, spec] of pipelines) {
    const { tasks, triggers } = spec.args;
    const args = {
      ...spec.args,
      tasks: tasks.map((task): SpecTask => (refers(task.projectId) ? { ...task, projectId: 20632 } : task)),
      ...(triggers && { triggers: withoutReferences(triggers, refers) }),
    };
    pipelines.set(name, { ...spec, args, dependsOn: spec.dependsOn.filter((other) => other !== resource) });
  }
}

function withoutReferences(
  { repositories, schedules, pipelines }: SpecTriggers,
  refers: (value: unknown) => boolean,
): SpecTriggers {
  return {
    ...(schedules && { schedules }),
    ...(repositories && { repositories: repositories.filter(({ name }) => !refers(name)) }),
    ...(pipelines && { pipelines: pipelines.filter(({ id }) => !refers(id)) }),
  };
}

/** Gives a resource another name; what refers to it follows. Its pipeline stays what it is. */
export function withRenamedResource(program: Program, before: string, after: string, spec: Spec): void {
  const follow = (reference: Reference): Reference =>
    reference.from === before ? { ...reference, from: after } : reference;
  program.pipelines.delete(before);
  program.pipelines.set(after, spec);
  for (const [name, other] of program.pipelines) {
    const args = resolveReferences(other.args, follow) as Spec["args"];
    const dependsOn = other.dependsOn.map((dependency) => (dependency === before ? after : dependency));
    program.pipelines.set(name, { ...other, args, dependsOn });
  }
  for (const [name, run] of program.runs) if (run.of === before) program.runs.set(name, { ...run, of: after });
  if (inOrder(program) === undefined) throw new Error(`${after} would wait for itself.`);
}
