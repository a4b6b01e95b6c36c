import { findByName } from "../../provider/core/validation/find-by-name.ts";
import { followReferences } from "../../provider/core/validation/references/follow-references.ts";
import type { Subject } from "../../provider/core/validation/references/reference.ts";
import { type Lists, selectList } from "../../provider/services/sourcepipeline/account.ts";
import type { ProjectResult } from "../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import type {
  Found,
  ListItem,
  ListRequest,
} from "../../provider/services/sourcepipeline/pipeline/references/reference.ts";
import type { Account } from "./connect-account.ts";

/**
 * Reads pipelines of an account by their names, or all of them where none is named: one list and one call for each.
 *
 * @throws LookupError with the nearest names for a name that does not exist, or that two pipelines share
 */
export async function readPipelines(
  { client, lists }: Pick<Account, "client" | "lists">,
  wanted: readonly string[],
): Promise<ProjectResult[]> {
  const all = await lists.pipelines.all();
  const chosen = wanted.length === 0 ? all : [...new Set(wanted)].map((name) => findByName(all, name, "pipeline"));
  return Promise.all(chosen.map(({ id }) => client.getProject({ projectId: id })));
}

/** The properties of a part of a pipeline that refer to something by its id: `projectId`, `stageId`. */
export const idKeys = ({ references }: Pick<Subject, "references">): string[] =>
  Object.keys(references).filter((key) => references[key]?.by === "id");

/**
 * What a part of a pipeline refers to by ids, by property; nothing for what is gone, or shares its name with another.
 * Each list is read once, and only when something in it is needed.
 */
export async function followUniqueNames(subject: Subject, lists: Lists): Promise<Found> {
  const references = Object.entries(subject.references).filter(([, { by }]) => by === "id");
  const { found } = await followReferences(
    { ...subject, references: Object.fromEntries(references) },
    async (_, request) =>
      // The references of a pipeline name no other lists.
      uniquelyNamed(await selectList(lists, request as ListRequest).all()),
  );
  return found;
}

/** The items whose name stands for them alone. */
function uniquelyNamed(items: readonly (ListItem | string)[]): ListItem[] {
  const objects = items.filter((item) => typeof item !== "string");
  const counts = Map.groupBy(objects, ({ name }) => name);
  return objects.filter(({ name }) => counts.get(name)?.length === 1);
}
