import { runAnswer } from "../answers/run-answer.ts";
import { readPipeline } from "../world/pipelines.ts";
import type { Handler } from "./handler.ts";
import { selectItems } from "./select-items.ts";

export const getProjectHistories: Handler<"getProjectHistories"> = (input, service) => {
  const { id } = readPipeline(service, input.parameters.projectId, input.region);
  return {
    historyList: selectItems(service, service.world.runs.of(id), input).map((run) => ({
      ...runAnswer(run, service.settings),
      requestType: run.requestType,
      requestId: run.requestId,
    })),
  };
};
