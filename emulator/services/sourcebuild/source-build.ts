import { operations } from "../../../provider/services/sourcebuild/api/operations.ts";
import type { EmulatedService } from "../serve-related.ts";
import { buildHandlers } from "./build-handlers.ts";
import { buildProjectHandlers } from "./build-project-handlers.ts";
import { environmentHandlers } from "./environment-handlers.ts";

/** SourceBuild (section 3 of the reference of related services). */
export const sourceBuild: EmulatedService = {
  name: "sourcebuild",
  operations,
  handlers: { ...buildProjectHandlers, ...buildHandlers, ...environmentHandlers },
  invalid: "buildInvalid",
  hasSilentDeletes: true,
};
