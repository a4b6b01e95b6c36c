import type { ServiceHints } from "../../../core/http/service.ts";
import { serviceErrors } from "./error-codes.ts";
import type { OperationName } from "./operation-names.ts";

const conflict = String(serviceErrors.conflict.code);
const duplicateName = String(serviceErrors.duplicateName.code);

/** What the hints of errors take from SourceBuild. */
export const hints: ServiceHints<OperationName> = {
  service: "SourceBuild",
  endpoint: "https://sourcebuild.apigw.ntruss.com",
  policies: "NCP_SOURCE_BUILD_MANAGER",
  conflicts: {
    createProject: { [duplicateName]: "Choose another name. After a delete the name stays taken for about a minute." },
    deleteProject: { [conflict]: "Remove it from the pipelines and scenarios that name it, then try again." },
    cancelBuild: { [conflict]: "A build that uploads or has ended cannot be canceled: look at its status." },
  },
  plainConflict: conflict,
};
