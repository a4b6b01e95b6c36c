import { expect } from "chai";
import { errorOf } from "../support/bodies.ts";
import { clusterScenario, clusterStage, deploy, manualCanary, serverScenario } from "../support/related-bodies.ts";
import { startTime, useEmulator } from "../support/use-emulator.ts";

interface Deployment {
  id: number;
  status: string;
  startTime: number;
  endTime: number | null;
  config: { targets: { server: object; status: string }[] };
}

describe("emulator: deployments", () => {
  const emulator = useEmulator();
  const begin = Date.parse(startTime);
  const histories = `${deploy}/12920/history`;
  const advance = (advanceMs: number) => emulator.admin("POST", "/clock", { advanceMs });
  const settings = (change: object) => emulator.admin("PATCH", "/settings", change);
  const start = async (stage = 14146, scenario = 21001, how = "deploy") => {
    const path = `${deploy}/12920/stage/${stage}/scenario/${scenario}/${how}`;
    return (await emulator.result<{ historyId: number }>("POST", path)).historyId;
  };
  const get = (id: number) => emulator.result<Deployment>("GET", `${histories}/${id}`);
  const status = async (id: number) => (await get(id)).status;
  const decide = (id: number, what: string) => emulator.call("POST", `${histories}/${id}/${what}`);

  /** A scenario on a cluster; gives what `start` takes. */
  const onCluster = async (more: object): Promise<[stage: number, scenario: number]> => {
    const stage = await emulator.result<{ id: number }>("POST", `${deploy}/12920/stage`, clusterStage("cluster"));
    const path = `${deploy}/12920/stage/${stage.id}/scenario`;
    const scenario = await emulator.result<{ id: number }>("POST", path, clusterScenario("new", more));
    return [stage.id, scenario.id];
  };

  it("go on, then succeed, with ids as strings in the list and as numbers alone", async () => {
    const id = await start();
    expect(await emulator.result("GET", histories)).to.deep.equal({
      historyList: [
        {
          project: { id: 12920, name: "shop" },
          stage: { id: 14146, name: "dev" },
          scenario: { id: 21001, name: "rolling" },
          id: String(id),
          startTime: begin,
          status: "inprogress",
        },
      ],
    });
    await advance(5000);
    expect(await get(id)).to.deep.include({
      id,
      status: "success",
      executor: "emulator",
      startTime: begin,
      endTime: begin + 5000,
      type: "Server",
      strategy: "normal",
    });
    expect((await get(id)).config.targets).to.containSubset([
      { server: { no: 1001, name: "server-1" }, status: "success" },
    ]);
  });

  it("have seconds, another end and a list of configs when told so", async () => {
    const id = await start();
    await settings({ timeUnit: "s", runningEnd: "absent", historyConfig: "list" });
    const deployment = await get(id);
    expect(deployment)
      .to.include({ startTime: begin / 1000 })
      .and.not.to.have.property("endTime");
    expect(deployment.config).to.be.an("array").of.length(1);
  });

  it("are listed 100 at a time, the newest first, without a count", async () => {
    let last = 0;
    for (let count = 0; count < 103; count++) last = await start();
    const { historyList } = await emulator.result<{ historyList: { id: string }[] }>("GET", histories);
    expect(historyList).to.have.length(100);
    expect(historyList[0]!.id).to.equal(String(last));
    const second = await emulator.result<{ historyList: object[] }>("GET", `${histories}?pageNo=2`);
    expect(second.historyList).to.have.length(3);
  });

  it("fail as an outcome rule says", async () => {
    await emulator.admin("POST", "/outcomes", { rules: [{ projectId: 12920, status: "failed", durationMs: 10 }] });
    const id = await start();
    await advance(10);
    expect(await status(id)).to.equal("fail");
  });

  it("can be canceled until they end", async () => {
    const id = await start();
    expect(await decide(id, "cancel")).to.include({ status: 200, text: '{"result":{"result":true}}' });
    expect(await get(id)).to.include({ status: "canceled", endTime: begin });
    expect(errorOf(await decide(id, "cancel"))).to.include({ status: 400, code: 330409 });
  });

  it("cannot be canceled while they roll out to Kubernetes", async () => {
    const id = await start(...(await onCluster({})));
    expect(errorOf(await decide(id, "cancel")).code).to.equal(330409);
    await advance(5000);
    expect(await status(id)).to.equal("success");
  });

  it("wait for an approval that was asked for, then go on or are rejected", async () => {
    const approved = await start(14146, 21001, "deploy/request");
    const rejected = await start(14146, 21001, "deploy/request");
    await advance(60_000);
    expect([await status(approved), await status(rejected)]).to.deep.equal(["pending", "pending"]);
    await decide(approved, "approval/accept");
    await decide(rejected, "approval/reject");
    expect([await status(approved), await status(rejected)]).to.deep.equal(["inprogress", "reject"]);
    expect(errorOf(await decide(approved, "approval/accept")).code).to.equal(330409);
    await advance(5000);
    expect(await status(approved)).to.equal("success");
  });

  it("are asked for by sub-accounts only, when told so", async () => {
    await settings({ approvalRequests: "subAccounts" });
    const path = `${deploy}/12920/stage/14146/scenario/21001/deploy/request`;
    expect(errorOf(await emulator.call("POST", path)).code).to.equal(330409);
  });

  describe("of a canary that a person judges", () => {
    let id: number;
    beforeEach(async () => {
      id = await start(...(await onCluster(manualCanary)));
      await advance(5000);
    });

    it("wait for that, then go on and succeed", async () => {
      expect(await status(id)).to.equal("canary_pending");
      await decide(id, "canary/accept");
      expect(await status(id)).to.equal("inprogress");
      await advance(5000);
      expect(await status(id)).to.equal("success");
    });

    it("are taken back when it is rejected", async () => {
      await decide(id, "canary/reject");
      expect(await status(id)).to.equal("canary_rejecting");
      await advance(5000);
      expect(await get(id)).to.include({ status: "canary_reject", endTime: begin + 10_000 });
    });

    it("end when nobody says anything in time", async () => {
      await advance(3_600_000);
      expect(await status(id)).to.equal("canary_waiting_timeout");
      expect(errorOf(await decide(id, "canary/accept")).code).to.equal(330409);
    });

    it("can be canceled", async () => {
      await decide(id, "cancel");
      expect(await status(id)).to.equal("canceled");
    });
  });

  it("of a canary that is measured are analysed, and have a report of it", async () => {
    const canaryConfig = {
      analysisType: "auto",
      canaryCount: 1,
      prometheus: "http://prometheus.example",
      env: { baseline: "a", canary: "b" },
      metrics: [{ name: "m", successCriteria: "base", weight: 1, queryType: "promQL", query: "q" }],
      analysisConfig: { duration: 10, delay: 0, interval: 1, step: 10 },
      passScore: 80,
    };
    const id = await start(...(await onCluster({ strategy: "canary", canaryConfig })));
    await advance(5000);
    expect(await status(id)).to.equal("canary_analyzing");
    expect(await emulator.result("GET", `${histories}/${id}/report`)).to.deep.equal({ stageList: [] });
    await advance(5000);
    expect(await status(id)).to.equal("success");
    const end = begin + 10_000;
    expect(await emulator.result("GET", `${histories}/${id}/report`)).to.deep.equal({ stageList: [end] });
    expect(await emulator.result("GET", `${histories}/${id}/report/${end}`)).to.deep.include({
      type: "KubernetesService",
    });
    expect(errorOf(await emulator.call("GET", `${histories}/${id}/report/1`)).code).to.equal(330404);
  });

  it("show what their scenario was, also when it is another one now, or gone", async () => {
    const id = await start();
    await emulator.result("PATCH", `${deploy}/12920/stage/14146/scenario/21001`, {
      config: serverScenario("x", { file: { type: "later" } }).config,
    });
    await emulator.result("DELETE", `${deploy}/12920/stage/14146`);
    expect(await get(id)).to.deep.nested.include({ "config.file.type": "SourceBuild", "scenario.name": "rolling" });
  });

  describe("that a run starts", () => {
    let projectId: number;
    let run: string;
    const pipeline = async (stageId: number, scenarioId: number) => {
      const tasks = [
        { name: "deploy", type: "SourceDeploy", config: { projectId: 12920, stageId, scenarioId } },
        { name: "after", type: "SourceBuild", config: { projectId: 20632 }, linkedTasks: ["deploy"] },
      ];
      ({ projectId } = await emulator.result<{ projectId: number }>("POST", "/api/v1/project", {
        name: "shop",
        tasks,
      }));
      const { historyId } = await emulator.result<{ historyId: number }>("POST", `/api/v1/project/${projectId}/do`);
      run = `/api/v1/project/${projectId}/history/${historyId}`;
    };
    const tasks = async () => {
      const result = await emulator.result<{
        history: { status: string; tasks: { status: string; resultId: string }[] };
      }>("GET", run);
      return result.history;
    };
    const words = async () => (await tasks()).tasks.map((task) => task.status).join(", ");

    it("are in the project's history under the task's result, and end with it", async () => {
      await pipeline(14146, 21001);
      const id = Number((await tasks()).tasks[0]!.resultId);
      expect(await status(id)).to.equal("inprogress");
      await advance(5000);
      expect(await get(id)).to.include({ status: "success", endTime: begin + 5000 });
      expect(await words()).to.equal("success, inProgress");
    });

    it("can be canceled there: what waits for the task is canceled", async () => {
      await pipeline(14146, 21001);
      await decide(Number((await tasks()).tasks[0]!.resultId), "cancel");
      expect(await words()).to.equal("canceled, canceled");
      expect((await tasks()).status).to.equal("failed");
    });

    it("wait for an approval when told so, and hold the run up until then", async () => {
      await settings({ runApproval: "required" });
      await pipeline(14146, 21001);
      const id = Number((await tasks()).tasks[0]!.resultId);
      await advance(60_000);
      expect([await status(id), await words()]).to.deep.equal(["pending", "inProgress, waiting"]);
      await decide(id, "approval/accept");
      await advance(5000);
      expect([await status(id), await words()]).to.deep.equal(["success", "success, inProgress"]);
    });

    it("fail the run when they are rejected", async () => {
      await settings({ runApproval: "required" });
      await pipeline(14146, 21001);
      await decide(Number((await tasks()).tasks[0]!.resultId), "approval/reject");
      expect([await words(), (await tasks()).status]).to.deep.equal(["failed, canceled", "failed"]);
    });

    it("hold the run up until somebody has judged the canary", async () => {
      await pipeline(...(await onCluster(manualCanary)));
      const id = Number((await tasks()).tasks[0]!.resultId);
      await advance(60_000);
      expect([await status(id), await words()]).to.deep.equal(["canary_pending", "inProgress, waiting"]);
      await decide(id, "canary/accept");
      await advance(5000);
      expect(await words()).to.equal("success, inProgress");
    });

    it("are canceled with the run, whatever they wait for", async () => {
      await settings({ runApproval: "required" });
      await pipeline(14146, 21001);
      const id = Number((await tasks()).tasks[0]!.resultId);
      await emulator.result("POST", `${run}/cancel`);
      expect(await status(id)).to.equal("canceled");
    });
  });
});
