import type { PipelineInputs, Task, Triggers } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";

/**
 * A pipeline in an order of its own, because that of the service means nothing and may differ from answer to answer:
 * tasks as they run, then by name; links and triggers sorted.
 */
export function inCanonicalOrder({ tasks, triggers, ...rest }: PipelineInputs): PipelineInputs {
  return {
    ...rest,
    tasks: inOrderOfRuns(tasks).map(withSortedLinks),
    ...(triggers === undefined ? {} : { triggers: sortedTriggers(triggers) }),
  };
}

function inOrderOfRuns(tasks: readonly Task[]): Task[] {
  const sorted: Task[] = [];
  let waiting = tasks.toSorted(byText(({ name }) => name));
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter(({ linkedTasks = [] }) => !linkedTasks.some((link) => names.has(link)));
    // Tasks in a cycle, which no service accepts, never become ready.
    sorted.push(...(ready.length > 0 ? ready : waiting));
    waiting = ready.length > 0 ? waiting.filter((task) => !ready.includes(task)) : [];
  }
  return sorted;
}

const withSortedLinks = (task: Task): Task =>
  task.linkedTasks === undefined ? task : { ...task, linkedTasks: task.linkedTasks.toSorted() };

const sortedTriggers = (triggers: Triggers): Triggers =>
  Object.fromEntries(
    Object.entries(triggers).map(([key, list]) => [key, (list as object[]).toSorted(byText(JSON.stringify))]),
  );

function byText<Item>(textOf: (item: Item) => string): (one: Item, other: Item) => number {
  return (one, other) => {
    const [left, right] = [textOf(one), textOf(other)];
    return left < right ? -1 : Number(left > right);
  };
}
