import type { ServiceHints } from "../../../core/http/service.ts";
import { serviceErrors } from "./error-codes.ts";
import type { OperationName } from "./operation-names.ts";

const conflict = String(serviceErrors.conflict.code);
const duplicateName = String(serviceErrors.duplicateName.code);
const inUse = "Remove the repository from the build projects, scenarios and triggers that name it, then try again.";

/** What the hints of errors take from SourceCommit. */
export const hints: ServiceHints<OperationName> = {
  service: "SourceCommit",
  endpoint: "https://sourcecommit.apigw.ntruss.com",
  policies: "NCP_SOURCE_COMMIT_MANAGER",
  conflicts: {
    createRepository: {
      [duplicateName]: "Choose another name. After a delete the name stays taken for about a minute.",
    },
    deleteRepository: { [conflict]: inUse },
    deleteRepositoryByName: { [conflict]: inUse },
  },
  plainConflict: conflict,
};
