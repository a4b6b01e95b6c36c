import * as z from "zod";
import { id, items, optional } from "../../../sourcepipeline/api/schemas/lenient.ts";
import { identity } from "./shared.ts";

/* Responses of the look-up operations: reference section 5.5 of the related services. */

const named = z.object({ name: z.string() });
const allowed = { permission: optional(z.string()), actionName: optional(z.string()) };

export const serversResult = z.object({ serverList: items(z.object({ serverNo: id, name: z.string() })) });

const groups = z.array(z.object({ groupNo: id, name: z.string(), instanceCount: optional(z.number()), ...allowed }));

/** The page spells the key in two ways. */
export const autoscalingGroupsResult = z.union([
  z.object({ autoscalingList: groups }),
  z.object({ autoScalingList: groups }).transform(({ autoScalingList }) => ({ autoscalingList: autoScalingList })),
]);

export const targetGroupsResult = z.object({ targetGroupList: items(identity) });
export const clustersResult = z.object({ clusterList: items(z.object({ ...identity.shape, ...allowed })) });
export const bucketsResult = z.object({ bucketList: items(named) });

export const objectsResult = z.object({
  objectList: items(z.object({ key: z.string(), size: optional(z.number()) })),
});

export const buildProjectsResult = z.object({ projectList: items(z.object({ ...identity.shape, ...allowed })) });
export const repositoriesResult = z.object({ repositoryList: items(named) });

/** Plain names in the pages, objects in the vendor's SDK; both are read alike. */
export const branchesResult = z.object({
  branchList: items(z.union([named, z.string().transform((name) => ({ name }))])),
});
