import { ServiceFailure } from "../failure.ts";
import { nextId } from "../world/next-id.ts";
import { holderOfName, storePipeline } from "../world/pipelines.ts";
import type { Service } from "../service.ts";
import { checkContent } from "./check-content.ts";
import type { Handler } from "./handler.ts";
import { readTasks, readTrigger } from "./read-content.ts";

export const createProject: Handler<"createProject"> = ({ body, region }, service) => {
  checkContent(body, undefined, service);
  if (service.settings.duplicateNames === "refused") refuseTakenName(service, body.name, region);

  const { counters } = service.world;
  const id = nextId(counters, "pipeline");
  storePipeline(service, {
    id,
    region,
    name: body.name,
    description: body.description ?? "",
    tasks: readTasks(body.tasks, [], counters),
    trigger: readTrigger(body.trigger),
    changed: true,
  });
  return { projectId: id };
};

/** A deleted pipeline keeps its name until reads have let go of it. */
function refuseTakenName(service: Service, name: string, region: string): void {
  const holder = holderOfName(service, region, name);
  if (holder === undefined) return;
  throw new ServiceFailure("duplicateName", `The name ${name} belongs to the pipeline ${holder.id}.`);
}
