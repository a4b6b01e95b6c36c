import { expect } from "chai";
import { errorOf, pipelineBody } from "./support/bodies.ts";
import { send } from "./support/signed-call.ts";
import { startTime, useEmulator } from "./support/use-emulator.ts";

describe("emulator: admin routes", () => {
  const emulator = useEmulator();

  it("show its health and time, unsigned", async () => {
    expect((await emulator.admin("GET", "/health")).body).to.deep.equal({ status: "ok", time: startTime });
  });

  for (const path of [
    "/_emulator/health",
    "/_emulator/state",
    "/_emulator/requests",
    "/_emulator/settings",
    "/_emulator/events",
    "/",
  ]) {
    it(`serve HEAD ${path} as its GET, without a body`, async () => {
      const reply = await send(emulator.url, { method: "HEAD", path });
      expect(reply).to.include({ status: 200, text: "" });
      expect(reply.headers["content-type"]).to.match(/^(application\/json|text\/html|text\/event-stream);/);
    });
  }

  it("serve HEAD with the length of what GET gives", async () => {
    const { text } = await send(emulator.url, { method: "GET", path: "/_emulator/health" });
    const { headers } = await send(emulator.url, { method: "HEAD", path: "/_emulator/health" });
    expect(headers["content-length"]).to.equal(String(text.length));
  });

  it("list the paths that exist when one does not", async () => {
    const reply = await emulator.admin("GET", "/nothing");
    expect(errorOf(reply)).to.include({ status: 404, code: "300" });
    expect(errorOf(reply).details).to.contain("GET /_emulator/health");
  });

  const bad: [string, string, unknown, string][] = [
    ["PUT", "/state", { pipelines: [{ name: "a b", tasks: [] }] }, "pipelines[0].name: "],
    ["PUT", "/state", { pipeline: [] }, "pipeline: unknown property. Existing: repositories"],
    ["POST", "/clock", {}, "give either advanceMs or set"],
    ["POST", "/clock", { set: "2020-01-01T00:00:00Z" }, "forwards only"],
    ["POST", "/clock", { advanceMs: -1 }, "advanceMs: expected a number from 0"],
    ["POST", "/clock", { advanceMs: 1e18 }, "ten years at most"],
    ["POST", "/push", { repository: "none", branch: "main" }, "no repository none"],
    [
      "POST",
      "/faults",
      { rules: [{ operation: "createPipeline" }] },
      "rules[0].operation: expected one of *, createProject",
    ],
    ["POST", "/faults", { rules: [{ operation: "*", probability: 2 }] }, "rules[0].probability"],
    ["POST", "/outcomes", { rules: [{ status: "ok" }] }, "rules[0].status: expected one of success, failed"],
    ["PATCH", "/settings", { speed: 2 }, "speed: no such setting. Existing: statusWords"],
    ["PATCH", "/settings", { timeUnit: "h", taskMs: 1 }, 'timeUnit: allowed is ms, s, not "h"'],
  ];
  for (const [method, path, body, details] of bad) {
    it(`refuse ${method} ${path} with ${JSON.stringify(body)}`, async () => {
      const reply = await emulator.admin(method, path, body);
      expect(errorOf(reply)).to.include({ status: 400, code: "100" });
      expect(errorOf(reply).details).to.contain(details);
    });
  }

  it("change no setting when one of several is bad", async () => {
    await emulator.admin("PATCH", "/settings", { taskMs: 1, timeUnit: "h" });
    expect((await emulator.admin("GET", "/settings")).body).to.include({ taskMs: 5000, timeUnit: "ms" });
  });

  it("change settings and reset single ones with null", async () => {
    expect((await emulator.admin("PATCH", "/settings", { taskMs: 1, timeUnit: "s" })).body).to.include({
      taskMs: 1,
      timeUnit: "s",
    });
    expect((await emulator.admin("PATCH", "/settings", { taskMs: null })).body).to.include({
      taskMs: 5000,
      timeUnit: "s",
    });
  });

  it("move the clock forwards", async () => {
    expect((await emulator.admin("POST", "/clock", { advanceMs: 1000 })).body).to.deep.equal({
      time: "2026-03-02T00:00:01.000Z",
    });
    const set = "2026-03-03T00:00:00.000Z";
    expect((await emulator.admin("POST", "/clock", { set })).body).to.deep.equal({ time: set });
    expect((await emulator.admin("GET", "/health")).body).to.include({ time: set });
  });

  it("keep a log of requests, the oldest first", async () => {
    await emulator.call("GET", "/api/v1/project?pageNo=1&pageSize=1");
    await emulator.call("GET", "/nothing");
    const time = startTime;
    expect((await emulator.admin("GET", "/requests")).body).to.deep.equal([
      {
        id: 1,
        time,
        method: "GET",
        path: "/api/v1/project?pageNo=1&pageSize=1",
        operation: "getProjects",
        status: 200,
        signature: "ok",
      },
      { id: 2, time, method: "GET", path: "/nothing", operation: null, status: 404, signature: "ok" },
    ]);
    expect((await emulator.admin("DELETE", "/requests")).body).to.deep.equal([]);
    expect((await emulator.admin("GET", "/requests")).body).to.deep.equal([]);
  });

  it("take back the state that they gave", async () => {
    await emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
    await emulator.call("POST", "/api/v1/project/3101/do");
    const before = await emulator.admin("GET", "/state");
    await emulator.call("DELETE", "/api/v1/project/3101");
    const after = await emulator.admin("PUT", "/state", before.body);
    expect(after.body).to.deep.equal(before.body);
    await emulator.admin("POST", "/clock", { advanceMs: 10_000 });
    const history = await emulator.result("GET", "/api/v1/project/3101/history/54001");
    expect(history).to.nested.include({ "history.status": "success" });
  });

  it("reset everything but the ids", async () => {
    await emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
    await emulator.admin("PATCH", "/settings", { taskMs: 1 });
    await emulator.admin("POST", "/faults", { rules: [{ operation: "*", status: 503 }] });
    await emulator.admin("POST", "/outcomes", { rules: [{ status: "failed" }] });
    await emulator.admin("POST", "/clock", { advanceMs: 1000 });
    const reset = await emulator.admin("POST", "/reset");
    expect(reset.body).to.deep.include({ pipelines: [], time: startTime });
    expect((await emulator.admin("GET", "/settings")).body).to.include({ taskMs: 5000 });
    expect((await emulator.admin("GET", "/faults")).body).to.deep.equal({ rules: [] });
    expect((await emulator.admin("GET", "/outcomes")).body).to.deep.equal({ rules: [] });
    expect((await emulator.admin("GET", "/requests")).body).to.deep.equal([]);
    expect((await emulator.admin("GET", "/health")).body).to.include({ time: startTime });
  });
});
