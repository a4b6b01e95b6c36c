import { expect } from "chai";
import { storePipeline } from "../../../emulator/state/pipelines.ts";
import { PartialFailure } from "../../../provider/core/resource/index.ts";
import { asPlain } from "../../../scripts/chaos/stack.ts";
import { keys } from "../../../scripts/chaos/start-service.ts";
import {
  checked,
  create,
  created,
  deletePipeline,
  failureOf,
  messageOfFailure,
  read,
  update,
  useService,
  pipelinesIn,
} from "./use-service.ts";

describe("a pipeline that exists reaches the state, whatever fails next", () => {
  const under = useService();

  const partial = async (verb: Promise<unknown>): Promise<PartialFailure> => {
    const failure = await failureOf(verb);
    if (failure instanceof PartialFailure) return failure;
    throw new Error("The failure says of no pipeline that it exists.", { cause: failure });
  };

  it("a create that cannot read what it made gives id, properties with the provider, and the reason", async () => {
    const process = under.process();
    const inputs = await checked(process.host, { description: "new" });
    under.fault({ operation: "getProject", status: 500 });
    const failure = await partial(create(inputs, process.host));
    const [pipeline] = under.pipelines();
    expect(failure.id).to.equal(String(pipeline!.id));
    expect(asPlain(failure.properties)).to.deep.equal({
      ...inputs,
      taskIds: {},
      resolvedTargets: {},
      endpoint: process.host.connect().endpoint,
      account: process.host.connect().accessKeyFingerprint,
    });
    expect(failure.properties).to.have.property("__provider", "provider");
    expect(failure.reasons).to.deep.equal([failure.message]);
    expect(failure.message).to.match(
      /^Created pipeline "shop" \(id \d+\), but reading it back failed: Could not get a pipeline at .* The id is saved in the state; run "pulumi up" again\.$/,
    );

    under.healed();
    under.calls();
    const { outs } = await update(failure.id, failure.properties, inputs, under.process().host);
    expect(outs.taskIds).to.deep.equal({ build: pipeline!.tasks[0]!.id });
    expect(under.calls(), "finished in place").to.deep.equal(["getProject"]);
  });

  it("a create that the service does not show in 30 s is kept", async () => {
    under.settings({ visibilityDelayMs: 31_000 });
    const failure = await partial(created(under.process()));
    expect(failure.message).to.contain("reading it back failed: not visible yet.");
    under.time.advance(31_000);
    expect(await read(failure.id, failure.properties, under.process().host)).to.have.property("id", failure.id);
  });

  it("a create that shows after 30 s succeeds", async () => {
    under.settings({ visibilityDelayMs: 30_000 });
    const { outs } = await created(under.process());
    expect(outs.taskIds).to.have.keys("build");
  });

  it("Ctrl-C after the creation keeps the id and ends the wait at once", async () => {
    under.settings({ visibilityDelayMs: 20_000 });
    const process = under.process();
    const inputs = await checked(process.host);
    under.onRequest(() => {
      if (under.pipelines().length > 0) process.interrupt();
    });
    const startedAt = under.time.now();
    const failure = await partial(create(inputs, process.host));
    expect(failure.id).to.equal(String(under.pipelines()[0]!.id));
    expect(failure.message).to.contain("interrupted").and.contain("The id is saved in the state");
    expect(under.time.now() - startedAt).to.be.lessThan(1_000);
  });

  it("Ctrl-C during the request that creates awaits its answer", async () => {
    const process = under.process();
    const inputs = await checked(process.host);
    await pipelinesIn(process).all();
    under.onRequest(process.interrupt);
    const failure = await partial(create(inputs, process.host));
    expect(under.pipelines().map(({ id }) => String(id))).to.deep.equal([failure.id]);
  });

  it("an update that cannot read what it wrote keeps the new inputs, and the next one only reads", async () => {
    const process = under.process();
    const { id, outs } = await created(process);
    const inputs = await checked(process.host, { description: "new" }, outs);
    under.onRequest(() => {
      if (under.pipelines()[0]!.description === "new" && under.service.faults.length === 0) {
        under.fault({ operation: "getProject", status: 500 });
      }
    });
    const failure = await partial(update(id, outs, inputs, under.process().host));
    expect(failure.message).to.match(/^Updated pipeline "shop" \(id \d+\), but reading it back failed: /);
    expect(asPlain(failure.properties)).to.deep.include({ description: "new", taskIds: {}, __provider: "provider" });

    under.onRequest(() => undefined);
    under.healed();
    under.calls();
    const { outs: after } = await update(id, failure.properties, inputs, under.process().host);
    expect(after.taskIds).to.deep.equal(outs.taskIds);
    expect(under.calls()).to.deep.equal(["getProject"]);
  });

  it("an update that cannot read what it wrote is found again with a renewed key, whatever its tasks worked on before", async () => {
    const build = { name: "build", type: "SourceBuild", projectId: 20632 };
    const process = under.process();
    const { id, outs } = await created(process, { tasks: [{ ...build, branch: "develop" }] });
    const inputs = await checked(process.host, { tasks: [build] }, outs);
    under.onRequest(() => {
      const [task] = under.pipelines()[0]!.tasks;
      if (task!.branch === undefined && under.service.faults.length === 0) under.fault({ status: 500 });
    });
    const { properties } = await partial(update(id, outs, inputs, under.process().host));
    under.onRequest(() => undefined);
    under.healed();
    const { props } = await read(id, properties, under.process({ keys: keys.second }).host);
    expect(props?.tasks).to.deep.equal([build]);
    expect(props?.taskIds).to.have.keys("build");
  });

  it("an update whose answer is lost is sent again, because it states the whole pipeline", async () => {
    const process = under.process();
    const { id, outs } = await created(process);
    under.fault({ operation: "changeProject", when: "after", kind: "reset", times: 1 });
    await update(id, outs, await checked(process.host, { description: "new" }, outs), under.process().host);
    expect(under.calls().filter((operation) => operation === "changeProject")).to.have.length(2);
    expect(under.pipelines()[0]!.description).to.equal("new");
  });

  it("an update waits until the service shows it, and records what it resolved then", async () => {
    const process = under.process();
    const build = { name: "build", type: "SourceBuild", projectId: 20632 };
    const { id, outs } = await created(process);
    under.settings({ visibilityDelayMs: 10_000 });
    const inputs = await checked(process.host, { tasks: [build, { ...build, name: "again" }] }, outs);
    const { outs: after } = await update(id, outs, inputs, under.process().host);
    expect(after.taskIds).to.have.keys("build", "again");
    expect((await read(id, after, under.process().host)).props, "no drift").to.deep.equal(after);
  });

  it("an update tells what somebody else changed in between, by property, and only then", async () => {
    const process = under.process();
    const { id, outs } = await created(process);
    const pipeline = under.pipelines()[0]!;
    const repository = [{ type: "sourcecommit", name: "shop-api", branch: "main" }];
    storePipeline(under.service, { ...pipeline, trigger: { ...pipeline.trigger, repository } });

    const next = under.process();
    const { outs: after } = await update(id, outs, await checked(next.host, { description: "new" }, outs), next.host);
    expect(next.messages).to.deep.equal([
      `warning: Pipeline "shop" (id ${id}) was changed by somebody else since the last update: triggers. This update replaces that.`,
    ]);
    const last = under.process();
    await update(id, after, await checked(last.host, { description: "newer" }, after), last.host);
    expect(last.messages).to.deep.equal([]);
  });

  it("an edit whose answers were all lost is not blamed on somebody else by the next update", async () => {
    const { id, outs } = await created(under.process());
    under.fault({ operation: "changeProject", when: "after", kind: "reset" });
    const lost = under.process();
    const edited = { description: "new" };
    await messageOfFailure(update(id, outs, await checked(lost.host, edited, outs), lost.host));
    expect(under.pipelines()).to.have.nested.property("[0].description", "new");

    under.healed();
    const next = under.process();
    await update(id, outs, await checked(next.host, edited, outs), next.host);
    expect(next.messages.filter((message) => message.startsWith("warning"))).to.deep.equal([]);
  });

  it("customTimeouts end the attempts of a verb", async () => {
    under.fault({ operation: "deleteProject", status: 500 });
    const process = under.process();
    const { id, outs } = await created(process, { timeouts: { delete: "1s" } });
    const startedAt = under.time.now();
    await messageOfFailure(deletePipeline(id, { ...outs, timeouts: { delete: "1s" } }, under.process().host));
    expect(under.time.now() - startedAt).to.be.at.most(1_000);
    expect(under.pipelines()).to.have.length(1);
  });
});
