/** A task as far as the graph goes. */
export interface GraphTask {
  readonly name: string;
  readonly linkedTasks?: readonly string[] | null | undefined;
}

/** One message for each link to a task that is not there, or one for the tasks that wait for each other. */
export function graphProblems(tasks: readonly GraphTask[]): string[] {
  const names = new Set(tasks.map(({ name }) => name));
  const unknown = tasks.flatMap(({ linkedTasks }, index) =>
    (linkedTasks ?? []).flatMap((link, position) =>
      names.has(link) ? [] : [`tasks[${index}].linkedTasks[${position}]: there is no task ${link}.`],
    ),
  );
  if (unknown.length > 0) return unknown;

  const stuck = withoutStart(tasks);
  return stuck.length === 0 ? [] : [`tasks: ${stuck.map(({ name }) => name).join(", ")} can never start.`];
}

/** What is left when the tasks that can run are taken away again and again. */
function withoutStart(tasks: readonly GraphTask[]): readonly GraphTask[] {
  const left = new Set(tasks.map(({ name }) => name));
  const waiting = tasks.filter(({ linkedTasks }) => (linkedTasks ?? []).some((link) => left.has(link)));
  return waiting.length === tasks.length ? tasks : withoutStart(waiting);
}
