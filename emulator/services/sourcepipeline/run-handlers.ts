import { ServiceFailure } from "../../failure.ts";
import { advanceRun } from "../../runs/advance-run.ts";
import { byRequest, startRun } from "../../runs/start-run.ts";
import { hiddenRuns } from "../../runs/visible-runs.ts";
import type { Service } from "../../service.ts";
import type { Settings } from "../../settings.ts";
import { readPipeline, storedPipeline } from "../../state/pipelines.ts";
import type { Run, Status } from "../../state/state.ts";
import { orderInside, selectItems } from "../lists.ts";
import type { Handlers } from "./handler.ts";
import { taskResponse } from "./pipeline-response.ts";

/** The operations on runs, which the service calls histories. */
export const runHandlers: Pick<
  Handlers,
  "startProject" | "cancelProject" | "getProjectHistories" | "getProjectHistory"
> = {
  startProject: ({ parameters, region, requester }, service) => {
    const pipeline = storedPipeline(service, parameters.projectId, region);
    if (service.settings.runWhileRunning === "refused") {
      const running = service.state.runs.of(pipeline.id).find(({ end }) => end === null);
      if (running) throw new ServiceFailure("conflict", `The run ${running.id} is in progress.`);
    }
    return { historyId: startRun(service, pipeline, { ...byRequest, requestId: requester }) };
  },

  cancelProject: ({ parameters, region }, service) => {
    const run = findRun(service, parameters, region);
    if (run.end !== null) throw new ServiceFailure("conflict", `The run ${run.id} has ended: ${run.status}.`);
    advanceRun(service, run.id, { type: "canceled" });
    return { result: true };
  },

  getProjectHistories: (input, service) => {
    const { id: pipelineId } = readPipeline(service, input.parameters.projectId, input.region);
    const hidden = hiddenRuns(service);
    const visible = service.state.runs.of(pipelineId).filter(({ id }) => !hidden.has(id));
    return {
      historyList: selectItems(service, visible, input).map((run) => ({
        ...runResponse(run, service.settings),
        requestType: run.requestType,
        requestId: run.requestId,
      })),
    };
  },

  getProjectHistory: ({ parameters, region }, service) => {
    const run = findRun(service, parameters, region, hiddenRuns(service));
    const tasks = orderInside(service, run.tasks).map((task) => ({
      ...taskResponse(task, service.state, service.settings),
      status: statusWord(task.status, service.settings),
      resultId: task.resultId,
    }));
    return { history: { ...runResponse(run, service.settings), tasks } };
  },
};

/** The run that a path names; it must belong to the pipeline that the path names. */
function findRun(
  service: Service,
  { projectId, historyId }: { readonly projectId: number; readonly historyId: number },
  region: string,
  hidden: ReadonlySet<number> = new Set(),
): Run {
  const pipeline = readPipeline(service, projectId, region);
  const run = service.state.runs.get(historyId);
  if (run?.projectId === pipeline.id && !hidden.has(run.id)) return run;
  throw new ServiceFailure("runMissing", `The pipeline ${pipeline.name} has no run ${historyId}.`);
}

/** The fields that the list of runs and a single run have in common (reference section 8, rows 1 and 5). */
const runResponse = ({ id, projectId, begin, end, status }: Run, settings: Settings) => ({
  projectId,
  id,
  begin: inUnit(begin, settings),
  ...(end === null ? runningEnds[settings.runningEnd] : { end: inUnit(end, settings) }),
  status: statusWord(status, settings),
});

const statusWord = (status: Status, { statusWords }: Settings): string => wordings[statusWords][status];

const inUnit = (time: number, { timeUnit }: Settings): number => (timeUnit === "s" ? Math.floor(time / 1000) : time);

const runningEnds = { null: { end: null }, zero: { end: 0 }, absent: {} } as const;

const wordings: Readonly<Record<Settings["statusWords"], Record<Status, string>>> = {
  default: { waiting: "waiting", inProgress: "inProgress", success: "success", failed: "failed", canceled: "canceled" },
  upper: { waiting: "WAITING", inProgress: "INPROGRESS", success: "SUCCESS", failed: "FAILED", canceled: "CANCELED" },
  build: { waiting: "prepare", inProgress: "upload", success: "success", failed: "fail", canceled: "canceled" },
};
