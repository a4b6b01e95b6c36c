import type * as references from "../../../../core/validation/references/reference.ts";

/** A list of the account: what to ask for, as data. */
export type ListRequest =
  | { list: "timeZones" }
  | { list: "pipelines" }
  | { list: "repositories" }
  | { list: "branches"; repository: string }
  | { list: "buildProjects" }
  | { list: "deployProjects" }
  | { list: "deployStages"; projectId: number }
  | { list: "deployScenarios"; projectId: number; stageId: number };

/** An element of a list. Zones, repositories and branches have no id; build projects and scenarios have a source. */
export interface ListItem extends references.ListItem {
  readonly source?: ItemSource | undefined;
}

/** What a build project builds, or what a scenario deploys. */
interface ItemSource {
  readonly type?: string | undefined;
  readonly repository?: string | undefined;
  readonly branch?: string | undefined;
  readonly target?: { readonly projectName?: string | undefined } | undefined;
}

/** What the properties of a task or a trigger were found to refer to, by property. */
export type Found = Readonly<Partial<Record<string, ListItem>>>;

/** The lists, as messages call them. */
export const accountLists = {
  timeZones: { list: "timeZones", noun: "time zone", plural: "time zones" },
  pipelines: { list: "pipelines", noun: "pipeline", plural: "pipelines" },
  repositories: { list: "repositories", noun: "SourceCommit repository", plural: "SourceCommit repositories" },
  branches: { list: "branches", noun: "branch", plural: "branches", of: 'repository "{repository}"' },
  buildProjects: { list: "buildProjects", noun: "SourceBuild project", plural: "SourceBuild projects" },
  deployProjects: { list: "deployProjects", noun: "SourceDeploy project", plural: "SourceDeploy projects" },
  deployStages: { list: "deployStages", noun: "stage", plural: "stages", of: "SourceDeploy project {projectId}" },
  deployScenarios: {
    list: "deployScenarios",
    noun: "scenario",
    plural: "scenarios",
    of: "stage {stageId} of SourceDeploy project {projectId}",
  },
} as const satisfies { [List in ListRequest["list"]]: references.AccountList & { list: List } };
