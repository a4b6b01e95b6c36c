import { expect } from "chai";
import {
  check,
  checked,
  create,
  created,
  deletePipeline,
  diff,
  messageOfFailure,
  update,
  useService,
  pipelinesIn,
} from "./use-service.ts";

const urn = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline::shop";

describe("adopt", () => {
  const under = useService();
  const changes = (): string[] => under.calls().filter((operation) => !operation.startsWith("get"));

  for (const how of ["true", "an id", "a numeric id"] as const) {
    it(`by ${how} takes the pipeline over as it is, when it says the same`, async () => {
      const { id, outs } = await created(under.process());
      changes();
      const adopt = how === "true" ? true : how === "an id" ? id : Number(id);
      const adopted = await created(under.process(), { adopt });
      expect(adopted.id).to.equal(id);
      expect(adopted.outs).to.deep.equal({ ...outs, adopt: how === "true" ? true : id });
      expect(changes()).to.deep.equal([]);
    });
  }

  it("gives the pipeline the content of the program, whole", async () => {
    const { id } = await created(under.process(), { description: "old" });
    changes();
    const { outs } = await created(under.process(), {
      adopt: id,
      tasks: [{ name: "web", type: "SourceBuild", projectId: 20633 }],
    });
    expect(changes()).to.deep.equal(["changeProject"]);
    expect(outs.taskIds).to.have.keys("web");
    expect(under.pipelines()).to.deep.include.members([{ ...under.pipelines()[0]!, description: "" }]);
  });

  it("true of a name that nobody has creates", async () => {
    await created(under.process(), { adopt: true });
    expect(changes()).to.deep.equal(["createProject"]);
  });

  it("of an id needs no name: the pipeline keeps its own", async () => {
    const { id } = await created(under.process());
    const { outs } = await created(under.process(), { adopt: id, name: undefined });
    expect(outs.name).to.equal("shop");
  });

  const refusals: readonly [string, Record<string, unknown>, RegExp][] = [
    [
      "an id that does not exist",
      { adopt: "4711" },
      /^adopt: there is no pipeline with id 4711\. Remove adopt to create one\.$/,
    ],
    [
      "an id that does not exist, without a name",
      { adopt: "4711", name: undefined },
      /^adopt: there is no pipeline with id 4711\. getPipelines\(\) lists/,
    ],
    [
      "true without a name",
      { adopt: true, name: undefined },
      /^adopt: true adopts the pipeline of the given name\. Give a name, or adopt an id\.$/,
    ],
    [
      "something else",
      { adopt: "shop" },
      /^adopt: it is neither true nor the id of a pipeline\. Give true, or an id such as "1234"\.$/,
    ],
  ];
  for (const [what, args, message] of refusals) {
    it(`of ${what} is an error, and nothing is created`, async () => {
      expect(
        await created(under.process(), args).then(
          () => "",
          (error: unknown) => (error as Error).message,
        ),
      ).to.match(message);
      expect(under.pipelines()).to.deep.equal([]);
    });
  }

  it("of a pipeline that is only called missing does not say that there is none", async () => {
    const { id } = await created(under.process());
    under.fault({ operation: "getProject", status: 404, times: 1 });
    expect(await messageOfFailure(created(under.process(), { adopt: id }))).to.equal(
      `adopt: pipeline ${id} is in the list, but GET returns not found. Try again in a minute.`,
    );
  });

  it("of a pipeline with another name is an error that says the name", async () => {
    const { id } = await created(under.process());
    expect(await messageOfFailure(created(under.process(), { adopt: id, name: "other" }))).to.equal(
      `adopt: pipeline ${id} is named "shop", and a pipeline cannot be renamed. Give the name "shop", or leave it out.`,
    );
  });

  it("true of a name that several have is an error with all ids", async () => {
    under.settings({ duplicateNames: "allowed" });
    const [one, two] = [under.process(), under.process()];
    const [first, second] = [await checked(one.host), await checked(two.host)];
    await Promise.all([pipelinesIn(one).all(), pipelinesIn(two).all()]);
    await Promise.all([create(first, one.host), create(second, two.host)]);
    expect(await messageOfFailure(created(under.process(), { adopt: true }))).to.match(
      /^adopt: more than one pipeline is named "shop": ids \d+, \d+\. Give the id of one of them\.$/,
    );
  });

  it("tells at preview what will be taken over, and what changes", async () => {
    const { id } = await created(under.process());
    const process = under.process();
    const tasks = [{ name: "build", type: "SourceBuild", projectId: 20632 }];
    const given = { name: "shop", description: "new", tasks, adopt: id, __context: { urn, dryRun: true } };
    await check({}, given, process.host);
    expect(process.messages).to.include(
      `note: Pipeline "shop" (id ${id}) will be adopted by this stack. This changes: description.`,
    );
  });

  it("is spent once the pipeline is managed: removing it changes nothing, a rename replaces", async () => {
    const { id } = await created(under.process());
    const { host } = under.process();
    const { outs } = await created(under.process(), { adopt: id });
    expect(await checked(host, {}, outs)).to.deep.include({ adopt: id });
    expect(await checked(host, { adopt: "4711" }, outs)).to.deep.include({ adopt: id });

    const next = under.process();
    const renamed = await checked(next.host, { name: "renamed", adopt: id }, outs);
    expect(renamed).to.not.have.property("adopt");
    expect(diff(outs, renamed, host).replaces).to.deep.equal(["name"]);
    // For a replacement the engine checks again, as if nothing had been there before.
    expect(await checked(next.host, { name: "renamed", adopt: id })).to.deep.equal(renamed);
    const { id: other } = await create(renamed, next.host);
    await deletePipeline(id, outs, next.host);
    expect(under.pipelines().map((pipeline) => String(pipeline.id))).to.deep.equal([other]);
  });

  it("under a new resource name in the same command keeps the pipeline from being deleted with the former one", async () => {
    const { id, outs } = await created(under.process());
    const process = under.process();
    await created(process, { adopt: true });
    await deletePipeline(id, outs, process.host);
    expect(under.pipelines()).to.have.length(1);
    expect(process.messages).to.include(
      `info: Pipeline ${id} is kept: another resource of this program has adopted it.`,
    );
  });

  for (const adoptTrue of [true, false]) {
    it(`under a new resource name, by ${adoptTrue ? "true" : "id"}: the former one may be deleted by a later command`, async () => {
      const former = await created(under.process());
      const adopt = adoptTrue ? true : former.id;
      const adopted = await created(under.process(), { adopt });

      // Something else failed, so the engine deleted nothing. The next command checks what the program has.
      const { host } = under.process();
      await checked(host, { adopt }, adopted.outs);
      await deletePipeline(former.id, former.outs, host);
      expect(under.pipelines()).to.have.length(1);

      // Without the new one in the program, a deletion is a deletion.
      await deletePipeline(former.id, former.outs, under.process().host);
      expect(under.pipelines()).to.deep.equal([]);
    });
  }

  it("that fails half-way is done by the next command", async () => {
    const { id } = await created(under.process());
    under.fault({ operation: "getProject", status: 403, times: 1 });
    const process = under.process();
    const inputs = await checked(process.host, { adopt: id, description: "new" });
    await messageOfFailure(create(inputs, process.host));
    const { outs } = await create(inputs, under.process().host);
    expect(outs.description).to.equal("new");
    await update(id, outs, inputs, under.process().host);
    expect(under.pipelines()).to.have.length(1);
  });
});
