import * as z from "zod";
import { id, items, optional } from "./lenient.ts";

/* Answers of the look-up operations: reference sections 2.6 and 2.11 to 2.16. */

const named = z.object({ name: z.string() });
const identified = z.object({ id, name: z.string() });

export const timeZonesResult = z.object({ timeZone: items(z.string()) });

export const repositoriesResult = z.object({ repositoryList: items(named) });

/** Objects here; SourceDeploy's own list has plain strings, which are read alike. */
export const branchesResult = z.object({
  branchList: items(z.union([named, z.string().transform((name) => ({ name }))])),
});

const buildSource = z.object({
  type: optional(z.string()),
  workspace: optional(z.object({ id: optional(z.union([z.string(), z.number()])), name: optional(z.string()) })),
  repository: optional(z.string()),
  branch: optional(z.string()),
});

export const buildProjectsResult = z.object({
  projectList: items(z.object({ id, name: z.string(), source: optional(buildSource) })),
});

export const deployProjectsResult = z.object({ projectList: items(identified) });

export const deployStagesResult = z.object({ stageList: items(identified) });

const scenarioSource = z.object({
  type: optional(z.string()),
  target: optional(
    z.object({
      projectName: optional(z.string()),
      file: optional(z.string()),
      manifest: optional(z.union([z.array(z.string()), z.string().transform((path) => [path])])),
    }),
  ),
});

export const deployScenariosResult = z.object({
  scenarioList: items(z.object({ id, name: z.string(), source: optional(scenarioSource) })),
});
