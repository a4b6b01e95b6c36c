import { createSuggester, doesNotExist } from "../../../../core/validation/nearest.ts";
import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { findCycles } from "../../../../core/validation/graph/find-cycles.ts";
import { connectedComponents } from "../../../../core/validation/graph/connected-components.ts";
import { nextTasks, readTasks, type TaskGraph } from "./read-tasks.ts";
import { rules } from "../rules/catalogue.ts";

/**
 * Finds what is wrong with the links between tasks. Takes time in proportion to tasks and links.
 *
 * @param inputs a pipeline in canonical form, of which any part may be unknown or wrong
 * @example checkGraph({ tasks: [{ name: "build", linkedTasks: ["build"] }] }) // [{ code: "NCSP109", … }]
 */
export function checkGraph(inputs: unknown): Problem[] {
  const graph = readTasks(inputs);
  const next = nextTasks(graph);
  return [
    ...duplicateNames(graph),
    ...selfLinks(graph),
    ...unknownLinks(graph),
    ...cycles(graph, next),
    ...unconnectedTasks(graph, next),
  ];
}

function duplicateNames({ tasks, byName }: TaskGraph): Problem[] {
  return tasks.flatMap(({ path, name }, index) => {
    const first = name === undefined ? undefined : byName.get(name);
    if (first === undefined || first === index) return [];
    return [problem(rules.NCSP107, `${path}.name`, `The name "${name ?? ""}" is already used by tasks[${first}].`)];
  });
}

function selfLinks({ tasks }: TaskGraph): Problem[] {
  return tasks.flatMap(({ path, name, links }) =>
    links.flatMap((link, index) =>
      link !== undefined && link === name
        ? [problem(rules.NCSP109, `${path}.linkedTasks[${index}]`, `Task "${name}" waits for itself.`)]
        : [],
    ),
  );
}

/** While a name is unknown, a link to a name that does not exist may be one to that task. */
function unknownLinks({ tasks, byName, namesKnown }: TaskGraph): Problem[] {
  if (!namesKnown) return [];
  const suggest = createSuggester([...byName.keys()].map((name) => ({ name })));
  return tasks.flatMap(({ path, links }) =>
    links.flatMap((link, index) =>
      link === undefined || byName.has(link)
        ? []
        : [problem(rules.NCSP108, `${path}.linkedTasks[${index}]`, `${doesNotExist("task", link)}.`, suggest(link))],
    ),
  );
}

function cycles({ tasks }: TaskGraph, next: readonly (readonly number[])[]): Problem[] {
  return findCycles(next).map((cycle) => {
    const [first] = cycle;
    const path = [...cycle, ...cycle.slice(0, 1)].map((index) => tasks[index]?.name).join(" -> ");
    return problem(rules.NCSP110, `tasks[${first ?? 0}]`, `These tasks form a cycle: ${path}.`);
  });
}

/** Nothing is reported before all names and links are known and right: a missing one may be the one that is meant. */
function unconnectedTasks(graph: TaskGraph, next: readonly (readonly number[])[]): Problem[] {
  const { tasks, byName, linksKnown } = graph;
  const complete =
    linksKnown &&
    byName.size === tasks.length &&
    tasks.every(({ links }) => links.every((link) => byName.has(link ?? "")));
  const groups = complete ? connectedComponents(next) : [];
  const [, second] = groups;
  if (second === undefined) return [];
  const names = groups.slice(0, mostShown).map((group) => shortList(group.map((index) => tasks[index]?.name ?? "")));
  const more = groups.length > mostShown ? `; and ${groups.length - mostShown} more` : "";
  const what = `${groups.length} groups of tasks are not connected: ${names.join("; ")}${more}.`;
  return [problem(rules.NCSP111, `tasks[${second[0] ?? 0}]`, what)];
}

const mostShown = 5;

function shortList(names: readonly string[]): string {
  const more = names.length > mostShown ? ` and ${names.length - mostShown} more` : "";
  return `${names.slice(0, mostShown).join(", ")}${more}`;
}
