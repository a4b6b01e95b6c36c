import { visibleNow } from "../world/pipelines.ts";
import type { Handler } from "./handler.ts";
import { selectItems } from "./select-items.ts";

export const getProjects: Handler<"getProjects"> = (input, service) => {
  const pipelines = [...visibleNow(service).values()].filter(({ region }) => region === input.region);
  return { projectList: selectItems(service, pipelines, input).map(({ id, name }) => ({ id, name })) };
};
