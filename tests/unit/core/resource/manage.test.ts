import { expect } from "chai";
import { accountOf } from "../../../../provider/services/sourcepipeline/account.ts";
import { deletePipeline, failure, inputs, makeHost, project, read, state, update } from "./make-host.ts";

const messageOf = (verb: Promise<unknown>): Promise<string> =>
  verb.then(
    () => "it succeeded",
    (error: unknown) => (error as Error).message,
  );

describe("read", () => {
  it("is one GET", async () => {
    const { client, host } = makeHost();
    client.getProject.resolves(project());
    const result = await read("7", state(), host);
    expect(result).to.deep.equal({ id: "7", props: state(), inputs: inputs() });
    expect(client.getProject.callCount).to.equal(1);
  });

  it("keeps how a pipeline is handled, and marks it with the present key", async () => {
    const { client, host } = makeHost("key-two");
    client.getProject.resolves(project());
    const handled = { adopt: true, timeouts: { delete: "1m" } } as const;
    const result = await read("7", state(handled), host);
    expect(result.inputs).to.deep.equal(inputs(handled));
    expect(result.props).to.deep.equal(state({ ...handled, account: "key-two" }));
  });

  it("of what no id can be says so", async () => {
    expect(await messageOf(read("shop", state(), makeHost().host))).to.equal(
      '"shop" is not the id of a pipeline. getPipelines() lists those that exist.',
    );
  });

  it("believes a missing pipeline gone when the list lacks it, and asks for the list once for all", async () => {
    const { client, host } = makeHost();
    client.getProject.rejects(failure("notFound"));
    client.getProjects.resolves({ projectList: [] });
    const gone = await Promise.all([read("7", state(), host), read("8", state(), host)]);
    expect(gone).to.deep.equal([{}, {}]);
    expect(client.getProjects.callCount).to.equal(1);
  });

  it("asks for the list anew before it calls one listed that was on an old list", async () => {
    const { client, host } = makeHost();
    client.getProject.rejects(failure("notFound"));
    client.getProjects.onCall(0).resolves({ projectList: [{ id: 7, name: "shop" }] });
    client.getProjects.onCall(1).resolves({ projectList: [] });
    expect(await read("7", state(), host)).to.deep.equal({});
  });

  it("does not believe it when the list cannot be had", async () => {
    const { client, host } = makeHost();
    client.getProject.rejects(failure("notFound"));
    client.getProjects.rejects(failure("server", "none", "The service is down."));
    expect(await messageOf(read("7", state(), host))).to.equal("The service is down.");
  });

  it("of a pipeline that is half made counts as managed, not as got", async () => {
    const { client, host } = makeHost();
    client.getProject.rejects(failure("notFound"));
    client.getProjects.resolves({ projectList: [] });
    expect(await read("7", state({ taskIds: {} }), host)).to.deep.equal({});
  });
});

describe("delete", () => {
  const listed = { projectList: [{ id: 7, name: "shop" }] };

  it("is one DELETE of what the list proves", async () => {
    const { client, host } = makeHost();
    client.getProjects.resolves(listed);
    client.deleteProject.resolves({ result: true });
    await deletePipeline("7", state(), host);
    expect(client.deleteProject.callCount).to.equal(1);
  });

  it("of what is gone is a success", async () => {
    const { client, host, clock } = makeHost();
    client.getProject.rejects(failure("notFound"));
    client.getProjects.resolves({ projectList: [] });
    await deletePipeline("7", state(), host);
    expect(clock.waits).to.deep.equal([]);
    expect(client.deleteProject.callCount).to.equal(0);
  });

  it("sends nothing for a pipeline that this process has taken over", async () => {
    const { session, host, messages } = makeHost();
    accountOf(session).lists.pipelines.journal.addCreated({ id: 7, name: "shop" });
    await deletePipeline("7", state(), host);
    expect(messages).to.deep.equal(["info: Pipeline 7 is kept: another resource of this program has adopted it."]);
  });

  it("reads what the list does not show: a new pipeline may be late", async () => {
    const { client, host } = makeHost();
    client.getProjects.resolves({ projectList: [] });
    client.getProject.resolves(project());
    client.deleteProject.resolves({ result: true });
    await deletePipeline("7", state(), host);
    expect(client.deleteProject.callCount).to.equal(1);
  });

  it("reads it when the key may not list", async () => {
    const { client, host } = makeHost();
    client.getProjects.rejects(failure("permission"));
    client.getProject.resolves(project());
    client.deleteProject.resolves({ result: true });
    await deletePipeline("7", state(), host);
    expect(client.deleteProject.callCount).to.equal(1);
  });

  it("lets every other failure through, and does not forget the pipeline", async () => {
    const { client, session, host } = makeHost();
    client.getProjects.resolves(listed);
    client.deleteProject.rejects(failure("permission", "none", "Not allowed."));
    expect(await messageOf(deletePipeline("7", state(), host))).to.equal("Not allowed.");
    expect(accountOf(session).lists.pipelines.journal.deleted.has(7)).to.equal(false);
  });
});

describe("update", () => {
  it("of timeouts alone asks nothing, and keeps what is known", async () => {
    const { host } = makeHost();
    const { outs } = await update("7", state(), inputs({ timeouts: { update: "1m" } }), host);
    expect(outs).to.deep.equal(state({ timeouts: { update: "1m" } }));
  });

  it("of a pipeline that was made but never seen only reads it", async () => {
    const { client, host } = makeHost();
    client.getProject.resolves(project());
    expect(await update("7", state({ taskIds: {} }), inputs(), host)).to.deep.equal({ outs: state() });
    expect(client.changeProject.callCount).to.equal(0);
  });

  it("says nothing of others when nothing is known of what was there", async () => {
    const { client, host, messages } = makeHost();
    client.changeProject.resolves({ result: true });
    client.getProject.resolves(project({ description: "by hand" }));
    client.getProject.onCall(1).resolves(project({ description: "new" }));
    await update("7", state({ taskIds: {} }), inputs({ description: "new" }), host);
    expect(messages).to.deep.equal([]);
  });

  it("always sends the whole pipeline", async () => {
    const { client, host } = makeHost();
    client.changeProject.resolves({ result: true });
    client.getProject.resolves(project({ description: "old" }));
    client.getProject.onCall(1).resolves(project());
    await update("7", state({ description: "old" }), inputs(), host);
    expect(client.changeProject.firstCall.args[0]).to.deep.equal({
      projectId: 7,
      body: {
        description: "",
        tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 1 }, linkedTasks: [] }],
        trigger: { repository: [], schedule: [], sourcepipeline: [] },
      },
    });
  });

  it("waits up to 30 s for an edit to show, and then takes what there is", async () => {
    const { client, host, clock } = makeHost();
    client.changeProject.resolves({ result: true });
    client.getProject.resolves(project({ description: "old" }));
    const { outs } = await update("7", state({ description: "old" }), inputs({ description: "new" }), host);
    expect(clock.now).to.equal(30_000);
    expect(outs).to.deep.equal(state({ description: "new" }));
  });

  it("does not wait for a service that shows the edit in its own words", async () => {
    const { client, host, clock } = makeHost();
    client.changeProject.resolves({ result: true });
    client.getProject.resolves(project({ description: "old" }));
    client.getProject.onCall(1).resolves(project({ description: "NEW" }));
    await update("7", state({ description: "old" }), inputs({ description: "new" }), host);
    expect(clock.now).to.equal(0);
  });
});
