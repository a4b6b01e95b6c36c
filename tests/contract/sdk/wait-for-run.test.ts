// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../provider/services/sourcepipeline/api/operations.ts";
import { expect } from "chai";
import type {
  Client,
  ClientOptions,
  RunOutcome,
  TaskChange,
  TaskRequest,
  WaitOptions,
} from "../../../sdk/client/client.ts";
import { createClient, isServiceError, RunWaitError } from "../../../sdk/client/client.ts";
import { waitForRunIn } from "../../../sdk/client/wait-for-run.ts";
import { isNcloudError } from "../../../sdk/index.ts";
import { keys, type ServiceUnderTest, startService } from "../../../scripts/chaos/start-service.ts";
import { startVirtualTime, type VirtualTime } from "../../../scripts/chaos/virtual-time.ts";

describe("waitForRun", () => {
  let projectId: number;
  let time: VirtualTime;
  let started: ServiceUnderTest;
  let client: Client;
  let historyId: number;
  beforeEach(async () => {
    // The client signs by the real clock.
    time = startVirtualTime(Date.now());
    started = await startService(time.now);
    client = clientWith({});
    const config = { projectId: 20632 };
    const tasks: TaskRequest[] = [
      { name: "build", type: "SourceBuild", config },
      { name: "test", type: "SourceBuild", config, linkedTasks: ["build"] },
    ];
    ({ projectId } = await client.createProject({ body: { name: "shop", tasks } }));
    ({ historyId } = await client.startProject({ projectId }));
    started.service.requests.length = 0;
  });
  afterEach(async () => {
    time[Symbol.dispose]();
    await started[Symbol.asyncDispose]();
  });

  const clientWith = (options: Partial<ClientOptions>): Client =>
    createClient({ ...keys.first, endpoint: started.url, environment: {}, ...options });
  const wait = (options?: WaitOptions, by: Client = client, id = historyId): Promise<RunOutcome> =>
    waitForRunIn(time, by, { projectId, historyId: id }, options);
  const calls = (): string[] => started.service.requests.map(({ operation }) => String(operation));
  async function errorOf(call: Promise<unknown>): Promise<RunWaitError> {
    const error = await call.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof RunWaitError && isNcloudError(error)) return error;
    throw new Error("No RunWaitError was thrown.", { cause: error });
  }

  it("resolves with the outcome, and tells each change of a task once", async () => {
    const changes: TaskChange[] = [];
    const outcome = await wait({ onChange: (change) => changes.push(change) });
    expect(outcome).to.include({ status: "success", runId: String(historyId) });
    for (const name of ["build", "test"]) {
      const told = changes.filter(({ task }) => task === name).map(({ rawStatus }) => rawStatus);
      expect(new Set(told).size).to.equal(told.length);
      expect(changes.findLast(({ task }) => task === name)?.status).to.equal("success");
    }
    expect(new Set(calls())).to.deep.equal(new Set(["getProjectHistory"]));
  });

  it("resolves also when the run failed or was canceled", async () => {
    await client.cancelProject({ projectId, historyId });
    expect(await wait()).to.include({ status: "canceled" });
    started.service.outcomes.push({ task: "test", status: "failed" } as never);
    const next = await client.startProject({ projectId });
    const outcome = await wait({}, client, next.historyId);
    expect(outcome.status).to.equal("failed");
    expect(outcome.tasks.test?.status).to.equal("failed");
  });

  it("rejects when the time is up, with how the run stood, and leaves the run alone", async () => {
    const error = await errorOf(wait({ timeoutMs: 2_000 }));
    expect(error.code).to.equal("NCLOUD_TIMEOUT");
    expect(error.message).to.contain(`Run ${historyId} of pipeline ${projectId}`).and.contain("2000 ms");
    expect(error.outcome?.status).to.equal("running");
    expect(calls()).to.not.include("cancelProject");
  });

  for (const whose of ["the wait", "the client"]) {
    it(`rejects at once when the signal of ${whose} aborts, without another request`, async () => {
      const stop = new AbortController();
      const { signal } = stop;
      const onChange = (): void => stop.abort();
      const waiting = whose === "the wait" ? wait({ signal, onChange }) : wait({ onChange }, clientWith({ signal }));
      const error = await errorOf(waiting);
      expect(error.code).to.equal("NCLOUD_ABORTED");
      expect(error.outcome?.status).to.equal("running");
      expect(calls()).to.deep.equal(["getProjectHistory"]);
    });
  }

  it("rejects when the history does not show the run for half a minute", async () => {
    const before = time.now();
    const error = await errorOf(wait({}, client, 999_999));
    expect(error).to.include({ code: "NCLOUD_NOT_FOUND", outcome: undefined });
    expect(time.now() - before).to.be.within(30_000, 45_000);
  });

  it("rejects with the error of the service where reading is refused", async () => {
    const stranger = clientWith({ secretKey: "SK-OF-NOBODY" });
    const error: unknown = await wait({}, stranger).catch((reason: unknown) => reason);
    expect(isServiceError(error) && error.code).to.equal("NCLOUD_AUTHENTICATION");
  });
});
