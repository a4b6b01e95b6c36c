import type { Moment } from "./visible-pipelines.ts";

/** What of a related service can be created and be invisible for a while. */
export type RelatedKind = "repository" | "buildProject" | "deployProject" | "stage" | "scenario";

/** Something that was created a moment ago. */
export interface RecentCreate {
  readonly kind: RelatedKind;
  readonly id: number;
  readonly at: Moment;
}

/** A name that something had which is deleted. */
export interface ReleasedName {
  /** Where names are unique: a kind, and the ids of what it stands in. */
  readonly scope: string;
  readonly name: string;
  readonly at: Moment;
}
