import { branchNames } from "../answers/branch-names.ts";
import { orderInside } from "../answers/order.ts";
import { ServiceFailure } from "../failure.ts";
import type { Handler } from "./handler.ts";

export const getBranches: Handler<"getBranches"> = ({ parameters: { repositoryName } }, service) => {
  const repository = service.world.references.repositories.get(repositoryName);
  if (!repository) throw new ServiceFailure("repositoryMissing", `There is no repository ${repositoryName}.`);
  return { branchList: orderInside(service, branchNames(repository, service.settings)).map((name) => ({ name })) };
};
