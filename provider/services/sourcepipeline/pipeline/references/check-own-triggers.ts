import { knownId, knownList, knownRecord, knownText } from "../../../../core/validation/partial.ts";
import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { type Gathered, itemsOf } from "../../../../core/validation/references/gather-references.ts";
import { rules } from "../rules/catalogue.ts";

/** Finds triggers of a pipeline on itself; the list of pipelines shows its id. */
export function checkOwnTriggers(inputs: unknown, gathered: Gathered): Problem[] {
  const { name, triggers } = knownRecord(inputs);
  const own = knownText(name);
  const self = itemsOf(gathered, { list: "pipelines" })?.find((pipeline) => pipeline.name === own);
  return knownList(knownRecord(triggers)["pipelines"]).flatMap((trigger, index) => {
    const id = knownId(knownRecord(trigger)["id"]);
    if (self === undefined || id === undefined || id !== self.id) return [];
    return [
      problem(rules.NCSP311, `triggers.pipelines[${index}].id`, `Pipeline "${self.name}" (id ${id}) starts itself.`),
    ];
  });
}
