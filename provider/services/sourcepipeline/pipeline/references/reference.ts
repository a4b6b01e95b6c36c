import type { RuleCode } from "../rules/catalogue.ts";

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
export interface ListItem {
  readonly name: string;
  readonly id?: number;
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

/** A property that refers to something of the account. */
export interface Reference {
  /** The property. */
  readonly key: string;
  /** The rule that it breaks when it refers to nothing. */
  readonly code: RuleCode;
  /** What it refers to, and by what; a zone goes by any of its names. */
  readonly noun: string;
  readonly by: "id" | "name" | "zone";
  /** The rule that it breaks instead while the list is empty, where that has a known reason. */
  readonly ifEmpty?: { readonly code: RuleCode; readonly reason: string };
  /** Where to look it up, given what the properties before it refer to; undefined when it cannot be looked up. */
  list(found: Found): ListRequest | undefined;
}
