import type { Handler } from "./handler.ts";
import { selectItems } from "./select-items.ts";

export const getRepositories: Handler<"getRepositories"> = (input, service) => ({
  repositoryList: selectItems(service, service.world.repositories, input).map(({ name }) => ({ name })),
});
