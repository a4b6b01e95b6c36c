import { expect } from "chai";
import { AdminError, createEmulator, type Emulator } from "../../../emulator/index.ts";
import { pipelineBody } from "./support/bodies.ts";
import { send, signedHeaders } from "./support/signed-call.ts";
import { startTime } from "./support/use-emulator.ts";

describe("emulator: admin client", () => {
  let emulator: Emulator;
  beforeEach(async () => (emulator = await createEmulator({ time: startTime, speed: 0 })));
  afterEach(() => emulator.close());

  const list = () => {
    const call = { method: "GET", path: "/api/v1/project" };
    return send(emulator.url, { ...call, headers: signedHeaders(call, emulator, String(Date.now())) });
  };

  it("reads and writes the state", async () => {
    const { tasks } = pipelineBody("shop");
    const state = await emulator.admin.readState();
    await emulator.admin.writeState({ ...state, pipelines: [{ id: 9, name: "shop", tasks }] });
    expect((await list()).body).to.deep.equal({ result: { projectList: [{ id: 9, name: "shop" }] } });
    expect(await emulator.admin.push("shop-api", "main")).to.deep.equal([]);
    expect((await emulator.admin.reset()).pipelines).to.deep.equal([]);
  });

  it("moves the clock and changes settings", async () => {
    expect(await emulator.admin.advanceClock(1000)).to.equal("2026-03-02T00:00:01.000Z");
    expect(await emulator.admin.setClock("2026-03-03T00:00:00Z")).to.equal("2026-03-03T00:00:00.000Z");
    expect(await emulator.admin.health()).to.deep.equal({ status: "ok", time: "2026-03-03T00:00:00.000Z" });
    expect(await emulator.admin.changeSettings({ taskMs: 7 })).to.include({ taskMs: 7 });
    expect(await emulator.admin.changeSettings({ taskMs: null })).to.deep.equal(await emulator.admin.readSettings());
  });

  it("adds, lists and removes rules", async () => {
    await emulator.admin.addFaults([{ operation: "getProjects", status: 503, times: 1 }], 1);
    expect((await list()).status).to.equal(503);
    expect(await emulator.admin.listFaults()).to.have.deep.nested.property("[0].fired", 1);
    await emulator.admin.removeFaults();
    expect(await emulator.admin.listFaults()).to.deep.equal([]);
    await emulator.admin.addOutcomes([{ status: "failed" }]);
    expect(await emulator.admin.listOutcomes()).to.deep.equal([{ status: "failed", used: 0 }]);
    await emulator.admin.removeOutcomes();
    expect(await emulator.admin.listOutcomes()).to.deep.equal([]);
  });

  it("reads and empties the log of requests", async () => {
    await list();
    expect((await emulator.admin.listRequests()).map(({ operation }) => operation)).to.deep.equal(["getProjects"]);
    await emulator.admin.clearRequests();
    expect(await emulator.admin.listRequests()).to.deep.equal([]);
  });

  it("fails with the emulator's words", async () => {
    const failure = await emulator.admin.push("none", "main").catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(AdminError);
    expect((failure as Error).message).to.equal(
      "POST /_emulator/push: there is no repository none; existing: shop-api, shop-web.",
    );
  });

  it("is disposed of with its emulator", async () => {
    let url: string;
    {
      await using other = await createEmulator();
      ({ url } = other);
      expect(await other.admin.health()).to.include({ status: "ok" });
    }
    const failure = await send(url, { method: "GET", path: "/_emulator/health" }).catch((error: unknown) => error);
    expect(failure).to.include({ code: "ECONNREFUSED" });
  });
});
