import { expect } from "chai";
import type { FaultRule } from "../../../emulator/faults/fault-rule.ts";
import { removePipeline } from "../../../emulator/state/pipelines.ts";
import { keys, startService } from "../../../scripts/chaos/start-service.ts";
import { checked, create, created, deletePipeline, messageOfFailure, read, update, useService } from "./use-service.ts";

/** Answers that say nothing about a pipeline, however they look. */
const noProof: Readonly<Record<string, Partial<FaultRule>>> = {
  "an authentication failure": { status: 401 },
  "a permission failure": { status: 401, body: { error: { errorCode: "210", message: "Permission Denied" } } },
  "a 403": { status: 403 },
  "a 429": { status: 429 },
  "a 500": { status: 500 },
  "a 503": { status: 503 },
  "a 404 of a wrong endpoint": { status: 404 },
  "a web page": { status: 404, body: "<html><title>Not here</title></html>" },
  "an empty answer": { status: 200, body: "" },
  "a list without its content": { status: 200, body: { result: {} } },
  "a reset connection": { kind: "reset" },
  "no answer in time": { kind: "hang" },
};

describe("gone", () => {
  const under = useService();

  for (const [kind, rule] of Object.entries(noProof)) {
    it(`is never believed of ${kind}`, async () => {
      const { id, outs } = await created(under.process());
      under.fault(rule);
      expect(await messageOfFailure(read(id, outs, under.process().host))).to.match(/^Could not (get a|list) pipeline/);
      under.healed();
      expect((await read(id, outs, under.process().host)).id).to.equal(id);
    });
  }

  it("is not believed of a pipeline that the list shows", async () => {
    const { id, outs } = await created(under.process());
    under.fault({
      operation: "getProject",
      status: 400,
      body: { error: { errorCode: 340404, message: "pipeline not found", details: "" } },
    });
    expect(await messageOfFailure(read(id, outs, under.process().host))).to.equal(
      `Pipeline ${id} is in the list, but GET returns not found. Try again in a minute.`,
    );
  });

  it("is believed of a pipeline that was deleted by hand, and the next command makes another one", async () => {
    const { id, outs } = await created(under.process());
    removePipeline(under.service, Number(id));
    expect(await read(id, outs, under.process().host)).to.deep.equal({});
    const again = await created(under.process());
    expect(again.id).to.not.equal(id);
  });

  it("get of a pipeline that does not exist is an error", async () => {
    expect(await messageOfFailure(read("4711", {}, under.process().host))).to.equal(
      "There is no pipeline with id 4711. getPipelines() lists those that exist.",
    );
  });

  it("an update of a pipeline that was deleted by hand fails with a hint; nothing is created", async () => {
    const process = under.process();
    const { id, outs } = await created(process);
    removePipeline(under.service, Number(id));
    const edited = await checked(process.host, { description: "new" }, outs);
    expect(await messageOfFailure(update(id, outs, edited, under.process().host))).to.equal(
      `Pipeline "shop" (id ${id}) is missing: it may have been deleted outside of this program. ` +
        `Run "pulumi up --refresh", which creates it again if it is really gone.`,
    );
    expect(under.pipelines()).to.deep.equal([]);
  });

  it("a delete whose answer is lost ends well", async () => {
    const { id, outs } = await created(under.process());
    under.fault({ operation: "deleteProject", when: "after", kind: "reset", times: 1 });
    await deletePipeline(id, outs, under.process().host);
    expect(under.pipelines()).to.deep.equal([]);
  });

  it("a delete that is told 'missing' while the list shows the pipeline is no success", async () => {
    const { id, outs } = await created(under.process());
    under.fault({ operation: "deleteProject", status: 404 });
    expect(await messageOfFailure(deletePipeline(id, outs, under.process().host))).to.equal(
      `Pipeline ${id} is in the list, but GET returns not found. Try again in a minute.`,
    );
  });

  it("a delete of what is going waits until the list has let go of it", async () => {
    const { id, outs } = await created(under.process());
    under.settings({ visibilityDelayMs: 20_000 });
    removePipeline(under.service, Number(id));
    const startedAt = under.time.now();
    await deletePipeline(id, outs, under.process().host);
    expect(under.time.now() - startedAt).to.be.within(20_000, 26_000);
  });

  it("another account's key never makes a pipeline look deleted", async () => {
    const { id, outs } = await created(under.process());
    await using other = await startService(under.time.now);
    const stranger = under.process({ url: other.url, keys: keys.second });
    const { accessKeyFingerprint: account } = stranger.host.connect();
    const explanation =
      `Pipeline "shop" (id ${id}) is not in this account, but the state was written under another access key and at ` +
      `another endpoint. In use: ${other.url}, region KR (vpc, public), account ${account}; the state was written at ` +
      `${outs.endpoint}, account ${outs.account}. Use what the state was written with. If it is the same account all ` +
      `the same and the pipeline was deleted, run "pulumi state delete" on its URN.`;
    expect(await messageOfFailure(read(id, outs, stranger.host))).to.equal(explanation);
    expect(await messageOfFailure(deletePipeline(id, outs, stranger.host))).to.equal(explanation);
    expect(under.pipelines()).to.have.length(1);
  });

  it("a renewed key is no hindrance: another pipeline of the former key proves the account", async () => {
    const process = under.process();
    const [kept, gone] = [await created(process, { name: "kept" }), await created(process, { name: "gone" })];
    removePipeline(under.service, Number(gone.id));

    const renewed = under.process({ keys: keys.second });
    const outcomes = await Promise.all([
      read(gone.id, gone.outs, renewed.host),
      read(kept.id, kept.outs, renewed.host),
    ]);
    expect(outcomes.map((outcome) => outcome.id)).to.deep.equal([undefined, kept.id]);
    expect(outcomes[1].props?.account).to.not.equal(kept.outs.account);
  });

  it("with a renewed key, a deletion proves the account as well", async () => {
    const process = under.process();
    const [one, gone] = [await created(process, { name: "one" }), await created(process, { name: "gone" })];
    removePipeline(under.service, Number(gone.id));
    const { host } = under.process({ keys: keys.second });
    await Promise.all([deletePipeline(gone.id, gone.outs, host), deletePipeline(one.id, one.outs, host)]);
    expect(under.pipelines()).to.deep.equal([]);
  });

  it("a pipeline is read and deleted in the place of its creation, whatever is configured now", async () => {
    const { host } = under.process();
    const japan = { region: "JPN", platform: "vpc", site: "public" } as const;
    const { id, outs } = await create({ ...(await checked(host)), ...japan }, host);
    expect(under.pipelines().map(({ region }) => region)).to.deep.equal(["JPN"]);

    expect((await read(id, outs, under.process().host)).props).to.deep.equal(outs);
    await deletePipeline(id, outs, under.process().host);
    expect(under.pipelines()).to.deep.equal([]);
  });
});
