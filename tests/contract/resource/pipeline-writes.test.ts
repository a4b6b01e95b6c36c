import { expect } from "chai";
import { storePipeline } from "../../../emulator/state/pipelines.ts";
import { PartialFailure } from "../../../provider/core/resource/index.ts";
import { keys } from "../../../scripts/chaos/start-service.ts";
import { checked, created, failureOf, read, update, useService } from "./use-service.ts";

describe("what is written of a pipeline, and recorded of its tasks", () => {
  const under = useService();

  it("an adopted pipeline gets the content of the program, whole", async () => {
    const { id } = await created(under.process(), { description: "old" });
    under.calls();
    const { outs } = await created(under.process(), {
      adopt: id,
      tasks: [{ name: "web", type: "SourceBuild", projectId: 20633 }],
    });
    expect(under.calls().filter((operation) => !operation.startsWith("get"))).to.deep.equal(["changeProject"]);
    expect(outs.taskIds).to.have.keys("web");
    expect(under.pipelines()).to.deep.include.members([{ ...under.pipelines()[0]!, description: "" }]);
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
    const failure = await failureOf(update(id, outs, inputs, under.process().host));
    if (!(failure instanceof PartialFailure)) throw failure;
    under.onRequest(() => undefined);
    under.healed();
    const { host } = under.process({ keys: keys.second });
    const { props } = await read(id, failure.properties, host);
    expect(props?.tasks).to.deep.equal([build]);
    expect(props?.taskIds).to.have.keys("build");
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

  it("an update reports triggers that somebody else changed, although it changes something else, and only then", async () => {
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
});
