import { expect } from "chai";
import type { FaultRule } from "../../../emulator/faults/fault-rule.ts";
import { storePipeline } from "../../../emulator/state/pipelines.ts";
import { PartialFailure } from "../../../provider/core/resource/index.ts";
import {
  checked,
  create,
  created,
  deletePipeline,
  failureOf,
  messageOfFailure,
  useService,
  pipelinesIn,
} from "./use-service.ts";

/** Ways in which it stays open whether a pipeline was created. */
const kinds: Readonly<Record<string, Partial<FaultRule>>> = {
  "an error 500": { kind: "respond", status: 500 },
  "an error 502": { kind: "respond", status: 502, body: "<html><title>Bad Gateway</title></html>" },
  "an error 504": { kind: "respond", status: 504 },
  "a reset connection": { kind: "reset" },
  "no answer in time": { kind: "hang" },
  "an answer that is cut off": { kind: "truncate" },
  "a 200 with an error object": {
    kind: "respond",
    status: 200,
    body: { error: { errorCode: "900", message: "Unexpected Error" } },
  },
  "a 200 without an id": { kind: "respond", status: 200, body: { result: {} } },
  "a 200 with the id 0": { kind: "respond", status: 200, body: { result: { projectId: 0 } } },
};

describe("a create whose answer is lost", () => {
  const under = useService();
  const creations = (): number => under.calls().filter((operation) => operation === "createProject").length;
  const lose = (when: FaultRule["when"], rule: Partial<FaultRule> = { kind: "reset" }): void =>
    under.fault({ operation: "createProject", times: 1, when, ...rule });

  for (const [kind, rule] of Object.entries(kinds)) {
    it(`finds the one pipeline that was made before ${kind}`, async () => {
      lose("after", rule);
      const process = under.process();
      const { id, outs } = await created(process);
      expect(under.pipelines().map((pipeline) => String(pipeline.id))).to.deep.equal([id]);
      expect(outs.taskIds).to.have.keys("build");
      expect(creations()).to.equal(1);
      expect(process.messages).to.include(
        `info: The creation of pipeline "shop" was not confirmed, but it exists: id ${id}.`,
      );
    });

    it(`says that nothing is certain after ${kind} and no pipeline, and the next command creates one`, async () => {
      lose("before", rule);
      const startedAt = under.time.now();
      const message = await messageOfFailure(created(under.process()));
      expect(message).to.match(
        /^The create request for pipeline "shop" may or may not have succeeded: Could not create a pipeline at /,
      );
      expect(message).to.match(/Run "pulumi up" again: it looks the name up before it creates anything\.$/);
      expect(under.time.now() - startedAt).to.be.within(30_000, 31_000);
      expect(under.pipelines()).to.deep.equal([]);
      expect(creations()).to.equal(1);

      await created(under.process());
      expect(under.pipelines()).to.have.length(1);
    });
  }

  it("finds a pipeline that shows only after a while", async () => {
    under.settings({ visibilityDelayMs: 25_000 });
    lose("after");
    const { id } = await created(under.process());
    expect(under.pipelines().map((pipeline) => String(pipeline.id))).to.deep.equal([id]);
  });

  it("finds it although look-ups fail, too", async () => {
    const process = under.process();
    const inputs = await checked(process.host);
    await pipelinesIn(process).all();
    lose("after");
    under.fault({ operation: "getProjects", status: 200, body: { result: {} }, times: 3 });
    await create(inputs, process.host);
    expect(under.pipelines()).to.have.length(1);
  });

  it("leaves one that shows after more than 30 s to the next command, which names it and how to take it over", async () => {
    under.settings({ visibilityDelayMs: 45_000 });
    lose("after");
    expect(await messageOfFailure(created(under.process()))).to.match(
      /^The create request for pipeline "shop" may or may not have succeeded: /,
    );
    under.time.advance(45_000);

    const [left] = under.pipelines();
    expect(await messageOfFailure(created(under.process()))).to.equal(
      `A pipeline named "shop" exists already, with id ${left!.id}. To manage it here, add adopt: "${left!.id}"; ` +
        `otherwise give this one another name. If this is a replacement under the same name, set the resource option ` +
        `deleteBeforeReplace: true.`,
    );
    const { id } = await created(under.process(), { adopt: String(left!.id) });
    expect(id).to.equal(String(left!.id));
    expect(under.pipelines()).to.have.length(1);
  });

  it("never takes a pipeline that was there before, where names need not be unique", async () => {
    under.settings({ duplicateNames: "allowed" });
    const first = under.process();
    const inputs = await checked(first.host);
    await pipelinesIn(first).all();
    const { id: foreign } = await create(inputs, under.process().host);

    // The name was free when this process looked, and is taken when it creates.
    lose("before");
    const { id } = await create(inputs, first.host);
    expect(id, "made meanwhile by somebody else, with the same name and content: it cannot be told apart").to.equal(
      foreign,
    );

    lose("before");
    expect(await messageOfFailure(create(inputs, under.process().host))).to.contain("exists already, with id");
    expect(under.pipelines()).to.have.length(1);
  });

  it("never takes the pipeline that this process has just deleted, and that still shows", async () => {
    const first = await created(under.process());
    under.settings({ duplicateNames: "allowed", visibilityDelayMs: 10_000 });
    const process = under.process();
    const inputs = await checked(process.host);
    await pipelinesIn(process).all();
    await deletePipeline(first.id, first.outs, process.host);
    lose("after");
    const { id } = await create(inputs, process.host);
    expect(under.pipelines().map((pipeline) => String(pipeline.id))).to.deep.equal([id]);
  });

  it("does not take one of the same name with other content, but names it", async () => {
    lose("before");
    const process = under.process();
    const inputs = await checked(process.host);
    await pipelinesIn(process).all();
    under.onRequest(() => {
      if (under.service.faults[0]!.fired === 0 || under.pipelines().length > 0) return;
      const task = { id: 1, name: "other", type: "SourceBuild" as const, projectId: 20633, linkedTasks: [] };
      const trigger = { repository: [], schedule: [], sourcepipeline: [] };
      const theirs = { id: 999, region: "KR", name: "shop", description: "", tasks: [task], trigger, changed: true };
      storePipeline(under.service, theirs);
    });
    const message = await messageOfFailure(create(inputs, process.host));
    expect(message).to.match(
      /^The response to the create request for pipeline "shop" was lost \(.*\), and a pipeline of that name appeared, but with other content: id 999\. Somebody else may have created it\. To adopt it, add adopt: "999"; otherwise give this one another name\.$/,
    );
    expect(under.pipelines()).to.have.length(1);
  });

  it("a refusal is no loss: the message is the service's, at once", async () => {
    lose("before", { status: 403 });
    const startedAt = under.time.now();
    expect(await messageOfFailure(created(under.process()))).to.match(/^Could not create a pipeline at .*HTTP 403/);
    expect(under.time.now()).to.equal(startedAt);
    expect(creations()).to.equal(1);
  });

  it("a create that was throttled is sent again, because it had no effect", async () => {
    lose("before", { status: 429 });
    await created(under.process());
    expect(creations()).to.equal(2);
    expect(under.pipelines()).to.have.length(1);
  });

  it("Ctrl-C leaves time for one last look, which keeps the id of what was made", async () => {
    lose("after");
    const process = under.process();
    const inputs = await checked(process.host);
    under.onRequest(() => {
      if (under.pipelines().length > 0) process.interrupt();
    });
    const startedAt = under.time.now();
    const partial = await failureOf(create(inputs, process.host));
    expect(partial).to.be.instanceOf(PartialFailure).and.have.property("id", String(under.pipelines()[0]?.id));
    expect(partial.message).to.contain("the command was interrupted");
    expect(under.time.now() - startedAt).to.be.lessThan(1_000);
  });

  it("Ctrl-C ends the search within two seconds when nothing shows, and says so", async () => {
    lose("after");
    const process = under.process();
    const inputs = await checked(process.host);
    under.settings({ visibilityDelayMs: 20_000 });
    under.onRequest(() => {
      if (under.pipelines().length > 0) process.interrupt();
    });
    const startedAt = under.time.now();
    const message = await messageOfFailure(create(inputs, process.host));
    expect(message).to.contain("The command was interrupted before it showed.");
    expect(under.time.now() - startedAt).to.be.within(1_000, 3_000);
  });
});

describe("two programs that create the same name at once", () => {
  const under = useService();

  it("end with one pipeline, and one of them names it and has the hint", async () => {
    const [one, two] = [under.process(), under.process()];
    const [first, second] = [await checked(one.host), await checked(two.host)];
    await Promise.all([pipelinesIn(one).all(), pipelinesIn(two).all()]);

    const outcomes = await Promise.allSettled([create(first, one.host), create(second, two.host)]);
    const [pipeline, ...others] = under.pipelines();
    expect(others).to.deep.equal([]);
    expect(outcomes.map(({ status }) => status)).to.have.members(["fulfilled", "rejected"]);
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    expect(String(failed?.reason)).to.contain(`exists already, with id ${pipeline!.id}`).and.contain("adopt");
  });
});
