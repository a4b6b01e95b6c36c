import { expect } from "chai";
import { PartialFailure } from "../../../../provider/core/resource/index.ts";
import { create, failure, inputs, makeHost, project, state } from "./make-host.ts";

describe("create", () => {
  const prepared = () => {
    const made = makeHost();
    made.client.getProjects.resolves({ projectList: [] });
    made.client.createProject.resolves({ projectId: 7 });
    made.client.getProject.resolves(project());
    return made;
  };
  const messageOf = (verb: Promise<unknown>): Promise<string> =>
    verb.then(
      () => "it succeeded",
      (error: unknown) => (error as Error).message,
    );

  it("is one list, one POST and one GET", async () => {
    const { client, host } = prepared();
    expect(await create(inputs(), host)).to.deep.equal({ id: "7", outs: state() });
    const calls = [client.getProjects, client.createProject, client.getProject].map(({ callCount }) => callCount);
    expect(calls).to.deep.equal([1, 1, 1]);
    expect(client.createProject.firstCall.args[0]).to.deep.equal({
      body: {
        name: "shop",
        description: "",
        tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 1 }, linkedTasks: [] }],
        trigger: { repository: [], schedule: [], sourcepipeline: [] },
      },
    });
  });

  it("writes time zones as the service does, and names one that it does not offer", async () => {
    const { client, host } = prepared();
    client.getTimeZones.resolves({ timeZone: ["Asia/Seoul (UTC+09:00)", "Europe/Berlin (UTC+01:00)"] });
    const at = (timeZone: string) =>
      inputs({
        triggers: {
          schedules: [
            { days: ["MON"], time: "03:30", timeZone: "Europe/Berlin" },
            { days: ["MON"], time: "04:30", timeZone },
          ],
        },
      });
    expect(await messageOf(create(at("Asia/Soul"), host))).to.equal(
      'triggers.schedules[1].timeZone: the service has no time zone "Asia/Soul". Did you mean "Asia/Seoul"?',
    );
    expect(client.createProject.callCount).to.equal(0);
    await create(at("Asia/Seoul"), host);
    const { body } = client.createProject.firstCall.args[0] as {
      body: { trigger: { schedule: { timeZone: string }[] } };
    };
    expect(body.trigger.schedule.map(({ timeZone }) => timeZone)).to.deep.equal([
      "Europe/Berlin (UTC+01:00)",
      "Asia/Seoul (UTC+09:00)",
    ]);
    expect(client.getTimeZones.callCount).to.equal(1);
  });

  it("does not trust an old list that a name is taken", async () => {
    const { client, host } = prepared();
    client.getProjects.onCall(0).resolves({ projectList: [{ id: 3, name: "shop" }] });
    await create(inputs(), host);
    expect(client.getProjects.callCount).to.equal(2);
  });

  it("waits for a name whose holder is missing already", async () => {
    const { client, host, clock } = prepared();
    const taken = { projectList: [{ id: 3, name: "shop" }] };
    for (const call of [0, 1, 2, 3]) client.getProjects.onCall(call).resolves(taken);
    client.getProject.withArgs({ projectId: 3 }).rejects(failure("notFound"));
    await create(inputs(), host);
    expect(clock.waits).to.deep.equal([500, 1_000, 2_000]);
    expect(client.createProject.callCount).to.equal(1);
  });

  it("says that nothing was made when the user ends the command while it waits for a name", async () => {
    const { client, host, interrupt } = prepared();
    client.getProjects.resolves({ projectList: [{ id: 3, name: "shop" }] });
    client.getProject.callsFake(async () => {
      interrupt();
      throw failure("notFound");
    });
    expect(await messageOf(create(inputs(), host))).to.equal(
      'The command was ended before pipeline "shop" was created. Nothing was made.',
    );
    expect(client.createProject.callCount).to.equal(0);
  });

  it("that was refused for its name by a service that shows none is tried again for a minute", async () => {
    const { client, host, clock } = prepared();
    client.createProject.rejects(Object.assign(failure("conflict"), { serviceCode: "340405" }));
    client.createProject.onCall(3).resolves({ projectId: 7 });
    await create(inputs(), host);
    expect(clock.waits).to.deep.equal([500, 1_000, 2_000]);
  });

  for (const serviceCode of [undefined, "340409", "340499"]) {
    it(`that is refused for another reason, code ${serviceCode ?? "none"}, is tried once more and then reported`, async () => {
      const { client, host, clock } = prepared();
      client.createProject.rejects(Object.assign(failure("conflict", "none", "Quota reached."), { serviceCode }));
      expect(await messageOf(create(inputs(), host))).to.equal("Quota reached.");
      expect(client.createProject.callCount).to.equal(2);
      expect(clock.waits).to.deep.equal([500]);
    });
  }

  it("that is refused with any conflict while the list shows the name says that it is taken", async () => {
    const { client, host } = prepared();
    client.createProject.rejects(failure("conflict"));
    client.getProjects.onCall(1).resolves({ projectList: [{ id: 8, name: "shop" }] });
    client.getProjects.onCall(2).resolves({ projectList: [{ id: 8, name: "shop" }] });
    client.getProject.resolves(project({ id: 8 }));
    expect(await messageOf(create(inputs(), host))).to.contain('A pipeline named "shop" exists already, with id 8.');
    expect(client.createProject.callCount).to.equal(1);
  });

  it("without an answer that is followed by refused keys tells of both at once", async () => {
    const { client, host, clock } = prepared();
    client.createProject.rejects(failure("network", "unknown", "The connection broke."));
    client.getProjects.onCall(1).rejects(failure("authentication", "none", "The keys are refused."));
    expect(await messageOf(create(inputs(), host))).to.equal(
      'The create request for pipeline "shop" may or may not have succeeded: The connection broke. It could not be looked for: ' +
        'The keys are refused. Run "pulumi up" again: it looks the name up before it creates anything.',
    );
    expect(clock.waits).to.deep.equal([]);
  });

  it("without an answer looks on while looking fails", async () => {
    const { client, host, clock } = prepared();
    client.createProject.rejects(failure("network", "unknown"));
    client.getProjects.onCall(1).rejects(failure("network"));
    client.getProjects.onCall(2).rejects(failure("server"));
    client.getProjects.onCall(3).resolves({ projectList: [{ id: 7, name: "shop" }] });
    expect((await create(inputs(), host)).id).to.equal("7");
    expect(clock.waits).to.deep.equal([500, 1_000]);
  });

  it("without an answer has 10 s to look even when its own time is over", async () => {
    const { client, host, clock } = prepared();
    client.createProject.callsFake(async () => {
      clock.now += 5_000;
      throw failure("network", "unknown");
    });
    expect(await messageOf(create(inputs({ timeouts: { create: "5s" } }), host))).to.match(
      /^The create request for pipeline "shop" may or may not have succeeded: /,
    );
    expect(clock.now).to.equal(15_000);
  });

  it("keeps a pipeline that cannot be read, and its properties are plain", async () => {
    const { client, host } = prepared();
    client.getProject.rejects(failure("server", "none", "The service is down."));
    const error: unknown = await create({ ...inputs(), __provider: "text" }, host).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(PartialFailure);
    const { id, properties, reasons } = error as PartialFailure;
    expect([id, reasons]).to.deep.equal([
      "7",
      [
        'Created pipeline "shop" (id 7), but reading it back failed: The service is down. The id is saved in the ' +
          'state; run "pulumi up" again.',
      ],
    ]);
    expect(properties).to.deep.equal({
      ...inputs(),
      __provider: "text",
      taskIds: {},
      resolvedTargets: {},
      endpoint: "https://example.test",
      account: "key-one",
    });
  });
});
