import * as z from "zod";
import { items } from "../../../sourcepipeline/api/schemas/lenient.ts";
import { limits } from "../limits.ts";
import { identity } from "./shared.ts";

/* Deploy projects (reference section 4 of the related services). */

const { minimum, maximum, pattern } = limits.projectName;

export const createProjectBody = z.strictObject({ name: z.string().min(minimum).max(maximum).regex(pattern) });

export const getProjectsResult = z.object({ projectList: items(identity) });
