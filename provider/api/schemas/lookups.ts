import { z } from "zod";
import { id, list, optional } from "./lenient.ts";

/* Answers of the look-up operations: reference sections 2.6 and 2.11 to 2.16. */

const named = z.object({ name: z.string() });
const identified = z.object({ id, name: z.string() });

export const timeZonesResult = z.object({ timeZone: list(z.string()) });

export const repositoriesResult = z.object({ repositoryList: list(named) });

/** Objects here; SourceDeploy's own list has plain strings, which are read alike. */
export const branchesResult = z.object({
  branchList: list(z.union([named, z.string().transform((name) => ({ name }))])),
});

const buildSource = z.object({
  type: optional(z.string()),
  workspace: optional(z.object({ id: optional(z.union([z.string(), z.number()])), name: optional(z.string()) })),
  repository: optional(z.string()),
  branch: optional(z.string()),
});

export const buildProjectsResult = z.object({
  projectList: list(z.object({ id, name: z.string(), source: optional(buildSource) })),
});

export const deployProjectsResult = z.object({ projectList: list(identified) });

export const deployStagesResult = z.object({ stageList: list(identified) });

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
  scenarioList: list(z.object({ id, name: z.string(), source: optional(scenarioSource) })),
});
