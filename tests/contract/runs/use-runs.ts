import { dynamicVerbs } from "../../../provider/hosts/dynamic/verbs.ts";
import { runVerbs } from "../../../provider/services/sourcepipeline/pipeline-run/run-verbs.ts";
import type { ProviderProcess } from "../../../scripts/chaos/start-process.ts";
import { created, useService } from "../resource/use-service.ts";

/** The verbs of a run as a dynamic provider has them. */
export const runs = dynamicVerbs(runVerbs);

/** What stands in the state of a run, as far as tests look at it. */
export interface RunState {
  runId?: string;
  status?: string;
  rawStatus?: string;
  requestType?: string;
  begin?: string;
  end?: string;
  durationMs?: number;
  tasks?: Record<string, { status: string; resultId?: string }>;
}

/** The emulator with one pipeline of two tasks. */
export function useRuns() {
  const under = useService();
  let pipelineId = 0;
  beforeEach(async () => {
    const made = await created(under.process(), {
      tasks: [
        { name: "build", type: "SourceBuild", projectId: 20632 },
        { name: "test", type: "SourceBuild", projectId: 20633, linkedTasks: ["build"] },
      ],
    });
    pipelineId = Number(made.id);
    under.calls();
  });

  /** What a program says of a run, as check hands it to the engine. */
  async function checked(process: ProviderProcess, args: object = {}, prior: object = {}): Promise<object> {
    const { inputs, failures } = await runs.check(prior, given(args), process.host);
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
    return inputs;
  }

  const given = (args: object, context: object = {}) => ({
    pipelineId: String(pipelineId),
    triggers: { image: "one" },
    ...args,
    __provider: "provider",
    __context: { urn: "urn:release", ...context },
  });

  return {
    under,
    given,
    checked,
    pipelineId: () => pipelineId,
    /** Checks and creates. */
    create: async (process: ProviderProcess, args: object = {}): Promise<{ id: string; outs: RunState }> => {
      const { id, outs } = await runs.create(await checked(process, args), process.host);
      return { id, outs: outs as RunState };
    },
    /** The runs of the pipeline in the service, oldest first. */
    history: () =>
      [...under.service.state.runs.of(pipelineId)]
        .map(({ id, status }) => ({ id, status }))
        .sort((one, other) => one.id - other.id),
  };
}

/** How often each operation was called. */
export const count = (calls: readonly string[], operation: string): number =>
  calls.filter((call) => call === operation).length;
