import type { Operations } from "../../../provider/services/sourcecommit/api/operations.ts";
import { ServiceFailure } from "../../failure.ts";
import { branchNames } from "../find-target.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { branchesResponse } from "./repository-response.ts";
import { readByName } from "./store-repository.ts";

/** The operations on branches and tags (reference section 2.1). */
export const branchHandlers: Pick<RelatedHandlers<Operations>, "getBranches" | "setDefaultBranch" | "getTags"> = {
  getBranches: ({ parameters }, service) =>
    branchesResponse(readByName(service, parameters.repositoryName), service.settings),

  setDefaultBranch: ({ parameters, body }, service) => {
    const repository = readByName(service, parameters.repositoryName);
    if (!branchNames(repository, service.settings).includes(body.default)) {
      const problem = `default: the repository ${repository.name} has no branch ${body.default}.`;
      throw new ServiceFailure("repositoryInvalid", problem);
    }
    service.state.repositories.set({ ...repository, defaultBranch: body.default });
    service.changed();
    return true;
  },

  getTags: ({ parameters }, service) => ({ tag: readByName(service, parameters.repositoryName).tags ?? [] }),
};
