import { suggester } from "../../../../core/validation/nearest.ts";
import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { findCycles } from "../../../../core/validation/graph/find-cycles.ts";
import { findParts } from "../../../../core/validation/graph/connected-components.ts";
import { nextTasks, readTasks, type TaskGraph } from "./read-tasks.ts";
import { rules } from "../rules/catalogue.ts";

/**
 * Finds what is wrong with how the tasks hang together. Takes time in proportion to tasks and links.
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
    ...separateParts(graph, next),
  ];
}

function duplicateNames({ tasks, byName }: TaskGraph): Problem[] {
  return tasks.flatMap(({ path, name }, index) => {
    const first = name === undefined ? undefined : byName.get(name);
    if (first === undefined || first === index) return [];
    return [problem(rules.NCSP107, `${path}.name`, `tasks[${first}] is named "${name ?? ""}", too.`)];
  });
}

function selfLinks({ tasks }: TaskGraph): Problem[] {
  return tasks.flatMap(({ path, name, links }) =>
    links.flatMap((link, index) =>
      link !== undefined && link === name
        ? [problem(rules.NCSP109, `${path}.linkedTasks[${index}]`, `"${name}" waits for itself.`)]
        : [],
    ),
  );
}

/** While a name is not known, a link to a name that is not there may be one to that task. */
function unknownLinks({ tasks, byName, namesKnown }: TaskGraph): Problem[] {
  if (!namesKnown) return [];
  const suggest = suggester([...byName.keys()]);
  return tasks.flatMap(({ path, links }) =>
    links.flatMap((link, index) =>
      link === undefined || byName.has(link)
        ? []
        : [problem(rules.NCSP108, `${path}.linkedTasks[${index}]`, `There is no task "${link}".`, suggest(link))],
    ),
  );
}

function cycles({ tasks }: TaskGraph, next: readonly (readonly number[])[]): Problem[] {
  return findCycles(next).map((cycle) => {
    const [first] = cycle;
    const path = [...cycle, ...cycle.slice(0, 1)].map((index) => tasks[index]?.name).join(" -> ");
    return problem(rules.NCSP110, `tasks[${first ?? 0}]`, `These tasks wait for each other: ${path}.`);
  });
}

/** Nothing is said before all names and links are known and right: the missing one may be the one that is meant. */
function separateParts(graph: TaskGraph, next: readonly (readonly number[])[]): Problem[] {
  const { tasks, byName, linksKnown } = graph;
  const complete =
    linksKnown &&
    byName.size === tasks.length &&
    tasks.every(({ links }) => links.every((link) => byName.has(link ?? "")));
  const parts = complete ? findParts(next) : [];
  const [, second] = parts;
  if (second === undefined) return [];
  const names = parts.slice(0, mostShown).map((part) => shortList(part.map((index) => tasks[index]?.name ?? "")));
  const more = parts.length > mostShown ? `; and ${parts.length - mostShown} more` : "";
  const what = `The tasks fall into ${parts.length} parts without a link between them: ${names.join("; ")}${more}.`;
  return [problem(rules.NCSP111, `tasks[${second[0] ?? 0}]`, what)];
}

const mostShown = 5;

function shortList(names: readonly string[]): string {
  const more = names.length > mostShown ? ` and ${names.length - mostShown} more` : "";
  return `${names.slice(0, mostShown).join(", ")}${more}`;
}
