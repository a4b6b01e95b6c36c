// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../../provider/services/sourcepipeline/api/operations.ts";
import { removePipeline, storePipeline } from "../../../../emulator/state/pipelines.ts";
import type { Pipeline } from "../../../../emulator/state/state.ts";
import { pipelineType } from "../../../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import { startService } from "../../../../scripts/chaos/start-service.ts";
import type { Call, ServerUnderTest, Stored, TypeUnderTest } from "./type-under-test.ts";

/** Pipelines, served by the emulator. */
export const pipelineUnderTest: TypeUnderTest = {
  type: pipelineType,
  program: (text = "as made") => ({
    description: text,
    tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }],
  }),
  textProperty: "description",
  knowsKey: true,
  unusedId: "4711",
  refusals: {
    missing: refusal(340404, "pipeline not found"),
    nameTaken: refusal(340405, "pipeline name is already in use"),
    limit: refusal(340409, "Quota reached."),
  },
  emptySuccesses: { "a 200 without an id": { result: {} }, "a 200 with the id 0": { result: { projectId: 0 } } },
  startServer,
};

function refusal(errorCode: number, message: string) {
  return { status: 400, body: { error: { errorCode, message, details: "" } } };
}

/** Each operation of the service, and what it is to a type of resource. */
const callOf: Readonly<Record<string, Call>> = {
  createProject: "create",
  getProject: "get",
  getProjects: "list",
  changeProject: "update",
  deleteProject: "delete",
};
const operationOf = Object.fromEntries(Object.entries(callOf).map(([operation, call]) => [call, operation]));

async function startServer(now: () => number): Promise<ServerUnderTest> {
  const started = await startService(now);
  const { service, url } = started;
  const inside = (id: string): Pipeline => service.state.pipelines.get(Number(id))!;
  let counted = 0;
  let newId = 900;
  const put = (pipeline: Pipeline, { name = pipeline.name, text = pipeline.description, isRelabelled = false }) => {
    const tasks = pipeline.tasks.map((task) => ({ ...task, id: task.id + (isRelabelled ? 1000 : 0) }));
    storePipeline(service, { ...pipeline, name, description: text, tasks });
  };
  return {
    url,
    onRequest: (action) => void (started.onRequest = action),
    fault: ({ on, ...fault }) => {
      const operation = (on === undefined ? "*" : operationOf[on]) as "*";
      service.faults.push({ when: "before", kind: "respond", fired: 0, ...fault, operation });
    },
    healed: () => void (service.faults = []),
    faultsFired: () => service.faults.reduce((sum, { fired }) => sum + fired, 0),
    showLate: (milliseconds) => void (service.settings.visibilityDelayMs = milliseconds),
    allowTwins: () => void (service.settings.duplicateNames = "allowed"),
    refuseInsideSuccess: () => void (service.settings.errorInsideOk = true),
    endListsAfter: (entries) => void (service.settings.listCap = entries),
    resources: () => [...service.state.pipelines.values()].map(storedOf),
    make: (name, text) => {
      const id = (newId += 1);
      const task = { id, name: "build", type: "SourceBuild" as const, projectId: 20632, linkedTasks: [] };
      const trigger = { repository: [], schedule: [], sourcepipeline: [] };
      storePipeline(service, { id, region: "KR", name, description: text, tasks: [task], trigger, changed: true });
    },
    edit: (id, change) => put(inside(id), change),
    remove: (id) => removePipeline(service, Number(id)),
    copy: (from, id, change = {}) => put(from.inside(id) as Pipeline, change),
    inside,
    calls: () => {
      const requests = service.requests.slice(counted);
      counted = service.requests.length;
      return requests.flatMap(({ operation }) => callOf[String(operation)] ?? []);
    },
    [Symbol.asyncDispose]: () => started[Symbol.asyncDispose](),
  };
}

const storedOf = ({ id, name, description, tasks, region }: Pipeline): Stored => ({
  id: String(id),
  name,
  text: description,
  labels: tasks.map((task) => task.id).join(),
  region,
});
