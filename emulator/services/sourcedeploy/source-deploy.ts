import { operations } from "../../../provider/services/sourcedeploy/api/operations.ts";
import type { EmulatedService } from "../serve-related.ts";
import { decisionHandlers } from "./decision-handlers.ts";
import { deployHandlers } from "./deploy-handlers.ts";
import { deployProjectHandlers } from "./deploy-project-handlers.ts";
import { lookupHandlers } from "./lookup-handlers.ts";
import { scenarioHandlers } from "./scenario-handlers.ts";
import { stageHandlers } from "./stage-handlers.ts";

/** SourceDeploy (sections 4 and 5 of the reference of related services). */
export const sourceDeploy: EmulatedService = {
  name: "sourcedeploy",
  operations,
  handlers: {
    ...deployProjectHandlers,
    ...stageHandlers,
    ...scenarioHandlers,
    ...deployHandlers,
    ...decisionHandlers,
    ...lookupHandlers,
  },
  invalid: "deployInvalid",
  wrongShapes: { createScenario: "deployWrongShape", changeScenario: "deployWrongShape" },
  hasSilentDeletes: true,
};
