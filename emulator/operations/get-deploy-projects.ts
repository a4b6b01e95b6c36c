import type { Handler } from "./handler.ts";
import { selectItems } from "./select-items.ts";

export const getDeployProjects: Handler<"getDeployProjects"> = (input, service) => ({
  projectList: selectItems(service, service.world.deployProjects, input).map(({ id, name }) => ({ id, name })),
});
