import type { Reference } from "../../../../core/validation/references/reference.ts";
import { accountLists } from "../references/reference.ts";
import { rules } from "../rules/catalogue.ts";

/** What a push trigger refers to: a repository, and a branch of it. */
export const repositoryReferences: Readonly<Record<string, Reference>> = {
  name: { list: accountLists.repositories, by: "name", rule: rules.NCSP301 },
  branch: {
    list: accountLists.branches,
    by: "name",
    rule: rules.NCSP302,
    ifEmpty: { rule: rules.NCSP305, reason: "nothing was pushed there yet" },
    parameters: { repository: "name.name" },
  },
};

/** What a schedule refers to: a zone of the service's. */
export const scheduleReferences: Readonly<Record<string, Reference>> = {
  timeZone: { list: accountLists.timeZones, by: "zone", rule: rules.NCSP205 },
};

/** What a pipeline trigger refers to: another pipeline. */
export const pipelineReferences: Readonly<Record<string, Reference>> = {
  id: { list: accountLists.pipelines, by: "id", rule: rules.NCSP312 },
};
