import type { PipelineInputs } from "../model/pipeline.ts";
import type { Problem } from "../model/problem.ts";
import { checkReferences } from "../model/references/check-references.ts";
import { gatherLists } from "../model/references/gather-lists.ts";
import type { ListItem, ListRequest } from "../model/references/reference.ts";
import { checkTriggerCycles } from "../model/triggers/check-trigger-cycles.ts";
import { isOf } from "./gone.ts";
import type { Ports } from "./ports.ts";

/**
 * Finds what is wrong with a pipeline in view of its account: what it refers to, and who starts it. A list that cannot
 * be read is a warning, except where the keys are refused: then nothing would work.
 */
export async function checkAccount(inputs: PipelineInputs, ports: Ports): Promise<Problem[]> {
  if (ports.validation === "offline") return [];
  let refused: Error | undefined;
  const ask = async (request: ListRequest): Promise<readonly ListItem[]> => {
    try {
      return await ports.memory.list(request);
    } catch (error) {
      if (isOf(error, "authentication")) refused ??= error;
      throw error;
    }
  };
  let problems = checkReferences(inputs, await gatherLists(inputs, ask));
  if (refused !== undefined) throw refused;
  if (problems.some(({ code }) => code === "NCSP312")) {
    // Another provider of this program may have created the pipeline since the list was read.
    await ports.lists.pipelines.readAnew();
    problems = checkReferences(inputs, await gatherLists(inputs, ask));
  }
  return [...problems, ...(await cycles(inputs, ports))];
}

/** Circles of pipelines that start each other, told at the pipeline that closes the circle. */
async function cycles(inputs: PipelineInputs, { lists, memory }: Ports): Promise<Problem[]> {
  if ((inputs.triggers?.pipelines ?? []).length === 0) return [];
  const existing = await lists.pipelines.all().catch(() => []);
  const ids = new Map(existing.map(({ name, id }) => [name, id]));

  const own = { name: inputs.name, id: ids.get(inputs.name), inputs };
  // With its id, a pipeline of the program need not be asked for, and what the program says of it counts.
  const others = [...memory.declared.values()]
    .filter(({ name }) => name !== inputs.name)
    .map((other) => ({ ...other, id: ids.get(other.name) }));
  const found = await checkTriggerCycles([own, ...others], (id) => memory.pipeline(id));
  return found.filter(({ pipeline }) => pipeline === 0).map(({ problem }) => problem);
}
