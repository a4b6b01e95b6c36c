// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../provider/services/sourcepipeline/api/operations.ts";
import { expect } from "chai";
import type { FaultRule } from "../../../emulator/faults/fault-rule.ts";
import { byRequest, startRun as startInConsole } from "../../../emulator/runs/start-run.ts";
import type { Run } from "../../../emulator/state/state.ts";
import { keys, type ServiceUnderTest, startService } from "../../../scripts/chaos/start-service.ts";
import { startVirtualTime, type VirtualTime } from "../../../scripts/chaos/virtual-time.ts";
import {
  type Client,
  type ClientOptions,
  createClient,
  isServiceError,
  RunStartError,
  type StartedRun,
  type StartOptions,
} from "../../../sdk/client/client.ts";
import { startRunIn } from "../../../sdk/client/start-run.ts";
import { waitForRunIn } from "../../../sdk/client/wait-for-run.ts";
import { isNcloudError } from "../../../sdk/index.ts";

describe("startRun", () => {
  let projectId: number;
  let time: VirtualTime;
  let started: ServiceUnderTest;
  let client: Client;
  beforeEach(async () => {
    // The client signs by the real clock.
    time = startVirtualTime(Date.now());
    started = await startService(time.now);
    client = clientWith({});
    const body = { name: "shop", tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 20632 } }] };
    ({ projectId } = await client.createProject({ body: body as never }));
    started.service.requests.length = 0;
  });
  afterEach(async () => {
    time[Symbol.dispose]();
    await started[Symbol.asyncDispose]();
  });

  const clientWith = (options: Partial<ClientOptions>): Client =>
    createClient({ ...keys.first, endpoint: started.url, environment: {}, ...options });
  const start = (options?: StartOptions, by: Client = client): Promise<StartedRun> =>
    startRunIn(time, by, { projectId }, options);
  const fault = (rule: Partial<FaultRule>): void =>
    void started.service.faults.push({ operation: "startProject", when: "after", kind: "reset", fired: 0, ...rule });
  const calls = (): string[] => started.service.requests.map(({ operation }) => String(operation));
  const posts = (): number => calls().filter((name) => name === "startProject").length;
  const runs = (): Run[] => [...started.service.state.runs.of(projectId)];
  const somebodyStarts = (): number =>
    startInConsole(started.service, started.service.state.pipelines.get(projectId)!, byRequest);
  async function errorOf(call: Promise<unknown>): Promise<RunStartError> {
    const error = await call.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof RunStartError && isNcloudError(error)) return error;
    throw new Error("No RunStartError was thrown.", { cause: error });
  }

  it("gives what waitForRun takes, for two requests", async () => {
    const run = await start();
    expect(run).to.deep.equal({ projectId, historyId: runs()[0]!.id, isJoined: false });
    expect(calls()).to.deep.equal(["getProjectHistories", "startProject"]);
    expect(await waitForRunIn(time, client, run)).to.include({ status: "success", runId: String(run.historyId) });
  });

  it("finds the run whose start was done and whose response was lost, also when the history shows it late", async () => {
    for (const visibilityDelayMs of [0, 8_000]) {
      Object.assign(started.service.settings, { visibilityDelayMs });
      fault({ times: 1 });
      const before = runs().length;
      const { historyId } = await start({ ifRunning: "start" });
      expect(runs()).to.have.length(before + 1);
      expect(historyId).to.equal(runs().at(-1)!.id);
    }
    expect(posts()).to.equal(2);
  });

  it("rejects when no run shows after a response that was lost, and starts no second one", async () => {
    fault({ when: "before" });
    const notes: string[] = [];
    const error = await errorOf(start({ onNote: (message) => notes.push(message) }));
    expect(error).to.deep.include({ code: "NCLOUD_UNCONFIRMED", candidates: [] });
    expect(error.message).to.contain(`pipeline ${projectId}`).and.contain("getProjectHistories");
    expect(error.message).to.not.contain("pulumi");
    expect(notes.join()).to.contain("Waiting for the history of pipeline");
    expect(posts()).to.equal(1);
    expect(runs()).to.deep.equal([]);
  });

  it("rejects with the candidates when somebody else started one meanwhile", async () => {
    fault({ times: 1 });
    started.onRequest = () => {
      if (calls().at(-1) === "startProject" && runs().length < 2) somebodyStarts();
    };
    const { code, candidates } = await errorOf(start());
    expect(code).to.equal("NCLOUD_UNCONFIRMED");
    expect(candidates).to.have.members(runs().map(({ id }) => id));
    expect(runs()).to.have.length(2);
  });

  it("gives two starts of one client at once a run each, although the first was lost before it was done", async () => {
    fault({ when: "before", times: 1 });
    const both = await Promise.allSettled([start({ ifRunning: "start" }), start({ ifRunning: "start" })]);
    expect(both.map(({ status }) => status)).to.deep.equal(["rejected", "fulfilled"]);
    expect(runs()).to.have.length(1);
  });

  describe("when a run is under way", () => {
    let other: number;
    beforeEach(() => (other = somebodyStarts()));

    it("waits for its end unless told otherwise", async () => {
      const { historyId } = await start();
      expect(historyId).to.equal(runs()[1]!.id);
      expect(runs()[0]).to.include({ id: other, status: "success" });
    });

    it("joins it, starts beside it, or rejects", async () => {
      expect(await start({ ifRunning: "join" })).to.deep.equal({ projectId, historyId: other, isJoined: true });
      expect(await errorOf(start({ ifRunning: "fail" }))).to.deep.include({
        code: "NCLOUD_CONFLICT",
        candidates: [other],
      });
      expect(posts()).to.equal(0);
      expect((await start({ ifRunning: "start" })).historyId).to.be.greaterThan(other);
    });

    it("waits no longer than its time", async () => {
      started.service.settings.taskMs = 600_000;
      const slow = somebodyStarts();
      const error = await errorOf(start({ timeoutMs: 30_000 }));
      expect(error.code).to.equal("NCLOUD_TIMEOUT");
      expect(error.candidates).to.deep.equal([slow]);
      expect(posts()).to.equal(0);
    });

    for (const whose of ["the start", "the client"]) {
      it(`rejects when the signal of ${whose} aborts`, async () => {
        const stop = new AbortController();
        const { signal } = stop;
        const onNote = (): void => stop.abort();
        const error = await errorOf(
          whose === "the start" ? start({ signal, onNote }) : start({ onNote }, clientWith({ signal })),
        );
        expect(error.code).to.equal("NCLOUD_ABORTED");
        expect(posts()).to.equal(0);
      });
    }
  });

  it("rejects with the error of the service where it refuses", async () => {
    const error: unknown = await start({}, clientWith({ secretKey: "SK-OF-NOBODY" })).catch(
      (reason: unknown) => reason,
    );
    expect(isServiceError(error) && error.code).to.equal("NCLOUD_AUTHENTICATION");
  });

  it("refuses a word that ifRunning does not know before any request, with those that it knows", async () => {
    const refused = async (ifRunning: unknown): Promise<{ code?: unknown; message: string }> =>
      start({ ifRunning: ifRunning as "wait" }).then(
        () => ({ message: "started" }),
        (error: unknown) => error as Error,
      );
    const error = await refused("jion");
    expect(error).to.be.instanceOf(RangeError).and.include({ code: "NCLOUD_PROGRAM" });
    expect(error.message).to.equal(
      'ifRunning: "jion" is not known. Did you mean "join"? Expected one of "wait", "join", "start", "fail". ' +
        "No run was started.",
    );
    expect((await refused("bogus")).message)
      .to.contain('Expected one of "wait"')
      .and.not.contain("Did you mean");
    expect((await refused(null)).message).to.contain("null is not known");
    expect(calls()).to.deep.equal([]);
  });
});
