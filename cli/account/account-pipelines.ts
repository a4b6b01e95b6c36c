import { findByName } from "../../provider/core/validation/find-by-name.ts";
import type { ProjectResult } from "../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
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

/** Names instead of ids; undefined where there is none, or where two share it. */
export interface AccountNames {
  pipeline(id: number): Promise<string | undefined>;
  buildProject(id: number): Promise<{ name: string; branch: string | undefined } | undefined>;
  deployProject(id: number): Promise<string | undefined>;
  stage(projectId: number, id: number): Promise<string | undefined>;
  scenario(projectId: number, stageId: number, id: number): Promise<string | undefined>;
}

/** Each list is asked for once, and only when something in it is needed. */
export function accountNames({ lists }: Pick<Account, "lists">): AccountNames {
  return {
    pipeline: async (id) => unique(await lists.pipelines.all(), id)?.name,
    buildProject: async (id) => {
      const project = unique(await lists.buildProjects.all(), id);
      return project && { name: project.name, branch: project.source?.branch };
    },
    deployProject: async (id) => unique(await lists.deployProjects.all(), id)?.name,
    stage: async (projectId, id) => unique(await lists.deployStages(projectId).all(), id)?.name,
    scenario: async (projectId, stageId, id) => unique(await lists.deployScenarios(projectId, stageId).all(), id)?.name,
  };
}

/** The item of an id, if its name stands for it alone. */
function unique<Item extends { id: number; name: string }>(items: readonly Item[], id: number): Item | undefined {
  const item = items.find((candidate) => candidate.id === id);
  return item && items.filter(({ name }) => name === item.name).length === 1 ? item : undefined;
}
