import { knownId, knownList, knownRecord, knownText } from "../../../../core/validation/partial.ts";
import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { type AccountLists, readList } from "./account-lists.ts";

/** Finds triggers of a pipeline on itself; the list of pipelines tells its id. */
export function checkOwnTriggers(inputs: unknown, lists: AccountLists): Problem[] {
  const { name, triggers } = knownRecord(inputs);
  const own = knownText(name);
  const self = readList(lists, { list: "pipelines" })?.find((pipeline) => pipeline.name === own);
  return knownList(knownRecord(triggers)["pipelines"]).flatMap((trigger, index) => {
    const id = knownId(knownRecord(trigger)["id"]);
    if (self === undefined || id === undefined || id !== self.id) return [];
    return [problem("NCSP311", `triggers.pipelines[${index}].id`, `${id} is this pipeline, "${self.name}", itself.`)];
  });
}
