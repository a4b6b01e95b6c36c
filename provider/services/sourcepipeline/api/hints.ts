import type { ServiceHints } from "../../../core/http/service.ts";
import { serviceErrors } from "./error-codes.ts";
import type { OperationName } from "./operation-names.ts";

const conflict = String(serviceErrors.conflict.code);
const duplicateName = String(serviceErrors.duplicateName.code);

/** What the hints of errors take from SourcePipeline. */
export const hints: ServiceHints<OperationName> = {
  service: "SourcePipeline",
  endpoint: "https://vpcsourcepipeline.apigw.ntruss.com",
  policies: "NCP_VPC_SOURCEPIPELINE_MANAGER, on Classic NCP_SOURCEPIPELINE_MANAGER",
  conflicts: {
    createProject: { [duplicateName]: "Choose another name." },
    deleteProject: { [conflict]: "Cancel the run or wait for its end, then try again." },
    startProject: { [conflict]: "Wait for the end of the run in progress, or cancel it, then try again." },
    cancelProject: { [conflict]: "The run may have ended already: look at its status." },
  },
  plainConflict: conflict,
};
