import { expect } from "chai";
import { removePipeline } from "../../../emulator/state/pipelines.ts";
import { accountOf } from "../../../provider/services/sourcepipeline/account.ts";
import { toCreateBody } from "../../../provider/services/sourcepipeline/pipeline/wire.ts";
import { checked, create, created, deletePipeline, messageOfFailure, useService, pipelinesIn } from "./use-service.ts";

describe("a name", () => {
  const under = useService();

  it("that is taken is an error with the id and both hints, and nothing is sent", async () => {
    const { id } = await created(under.process());
    const process = under.process();
    under.calls();
    expect(await messageOfFailure(created(process))).to.equal(
      `A pipeline named "shop" exists already, with id ${id}. To manage it here, add adopt: "${id}"; otherwise give ` +
        `this one another name. If this is a replacement under the same name, set the resource option ` +
        `deleteBeforeReplace: true.`,
    );
    expect(under.calls()).to.not.include("createProject");
  });

  it("that two resources of a program want at once goes to one of them", async () => {
    const process = under.process();
    const inputs = await checked(process.host);
    const outcomes = await Promise.allSettled([create(inputs, process.host), create(inputs, process.host)]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(["fulfilled", "rejected"]);
    expect(String((outcomes[1] as PromiseRejectedResult).reason)).to.contain(
      'Two resources of this program create a pipeline named "shop" at the same time. Give one of them another name.',
    );
    expect(under.pipelines()).to.have.length(1);
  });

  it("is free again for the next resource after a create that failed", async () => {
    const process = under.process();
    under.fault({ operation: "createProject", status: 403, times: 1 });
    await messageOfFailure(created(process));
    await created(process);
    expect(under.pipelines()).to.have.length(1);
  });

  it("of a pipeline that this process deleted is waited for until the service lets go of it", async () => {
    const process = under.process();
    const first = await created(process);
    under.settings({ visibilityDelayMs: 25_000 });
    const next = under.process();
    await deletePipeline(first.id, first.outs, next.host);
    const second = await created(next);
    expect(second.id).to.not.equal(first.id);
    expect(next.messages.join("\n")).to.contain('Waiting for the name "shop" to become free, at most 60 s more.');
    expect(under.pipelines().map(({ id }) => String(id))).to.deep.equal([second.id]);
  });

  it("is waited for as well when the service refuses it inside a 200", async () => {
    const first = await created(under.process());
    under.settings({ visibilityDelayMs: 10_000, errorInsideOk: true });
    const process = under.process();
    await pipelinesIn(process).all();
    await deletePipeline(first.id, first.outs, process.host);
    const { id } = await created(process);
    expect(under.pipelines().map((pipeline) => String(pipeline.id))).to.deep.equal([id]);
  });

  it("of a pipeline that somebody else deleted just now is waited for, too", async () => {
    const { id } = await created(under.process());
    under.settings({ visibilityDelayMs: 20_000 });
    // The GET already says missing, the list still shows it.
    removePipeline(under.service, Number(id));
    under.fault({
      operation: "getProject",
      status: 400,
      times: 1,
      body: { error: { errorCode: 340404, message: "pipeline not found", details: "" } },
    });
    const second = await created(under.process()).catch((error: unknown) => error as Error);
    // Afterwards the read shows the former pipeline again: then it exists, as far as anybody can tell.
    expect(second).to.be.instanceOf(Error);
    under.time.advance(20_000);
    await created(under.process());
    expect(under.pipelines()).to.have.length(1);
  });

  it("that a killed command took, on a service that shows it late, is told with its id", async () => {
    under.settings({ duplicateNames: "allowed", visibilityDelayMs: 5_000 });
    const killed = under.process();
    // The POST has gone out, and nobody is there any more to take its answer.
    await accountOf(killed.host.connect()).client.createProject({
      body: toCreateBody(await checked(killed.host), (zone) => zone),
    });
    const [left] = under.pipelines();
    const next = under.process();
    const { id } = await created(next);
    expect(id).to.not.equal(String(left?.id));
    expect(next.messages.join("\n")).to.contain(
      `warning: Another pipeline is named "shop", too: id ${String(left?.id)}.`,
    );
  });

  it("that stays taken by nothing that shows is an error after a minute", async () => {
    under.fault({
      operation: "createProject",
      status: 400,
      body: { error: { errorCode: 340405, message: "pipeline name is already in use", details: "" } },
    });
    const startedAt = under.time.now();
    expect(await messageOfFailure(created(under.process()))).to.equal(
      'The service says that the name "shop" is taken, but shows no pipeline that has it. It may be one that was just ' +
        'deleted, or is just being created: run "pulumi up" again in a minute.',
    );
    expect(under.time.now() - startedAt).to.equal(60_000);
  });
});
