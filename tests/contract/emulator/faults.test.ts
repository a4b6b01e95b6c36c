import { expect } from "chai";
import { request } from "node:http";
import type { RequestEntry } from "../../../emulator/index.ts";
import { errorOf, pipelineBody } from "./support/bodies.ts";
import { signedHeaders } from "./support/signed-call.ts";
import { useEmulator } from "./support/use-emulator.ts";

describe("emulator: faults", () => {
  const emulator = useEmulator();
  const add = (...rules: object[]) => emulator.admin("POST", "/faults", { rules });
  const create = () => emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
  const list = () => emulator.call("GET", "/api/v1/project");
  const pipelines = async () =>
    ((await emulator.admin("GET", "/state")).body as { pipelines: unknown[] }).pipelines.length;
  const lastEntry = async () => ((await emulator.admin("GET", "/requests")).body as RequestEntry[]).at(-1);
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => "responded",
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );

  it("respond responds instead of the handler", async () => {
    await add({ operation: "createProject", status: 503 });
    expect(errorOf(await create())).to.include({ status: 503, code: "500" });
    expect(await pipelines()).to.equal(0);
    expect(await lastEntry()).to.include({ status: 503, operation: "createProject", fault: "respond before" });
  });

  it("respond hides what the handler did", async () => {
    await add({
      operation: "createProject",
      when: "after",
      status: 502,
      body: "<html>Bad Gateway</html>",
      headers: { "Content-Type": "text/html", "x-any": "thing" },
    });
    const reply = await create();
    expect([reply.status, reply.text]).to.deep.equal([502, "<html>Bad Gateway</html>"]);
    expect(reply.headers).to.include({ "content-type": "text/html", "x-any": "thing" });
    expect(await pipelines()).to.equal(1);
  });

  it("respond sends any JSON, also with a success", async () => {
    await add({ operation: "getProjects", status: 200, body: { error: { errorCode: 340900, message: "unknown" } } });
    expect((await list()).body).to.deep.equal({ error: { errorCode: 340900, message: "unknown" } });
  });

  it("reset cuts the connection after the handler did its work", async () => {
    await add({ operation: "createProject", kind: "reset", when: "after" });
    expect(await codeOf(create())).to.equal("ECONNRESET");
    expect(await pipelines()).to.equal(1);
    expect(await lastEntry()).to.include({ status: null, fault: "reset after" });
  });

  it("reset before changes nothing", async () => {
    await add({ operation: "createProject", kind: "reset" });
    expect(await codeOf(create())).to.equal("ECONNRESET");
    expect(await pipelines()).to.equal(0);
    expect(await lastEntry()).to.include({ fault: "reset before" });
  });

  it("truncate sends half of what was to come", async () => {
    await add({ operation: "createProject", kind: "truncate", when: "after" });
    expect(await codeOf(create())).to.equal("ECONNRESET");
    expect(await pipelines()).to.equal(1);
    expect(await lastEntry()).to.include({ status: 200, fault: "truncate after" });
  });

  it("hang never responds; a client that leaves is no trouble", async () => {
    await add({ operation: "createProject", kind: "hang", when: "after" });
    const path = "/api/v1/project";
    const { hostname, port } = new URL(emulator.url);
    const headers = signedHeaders({ method: "POST", path }, emulator.keys, String(Date.now()));
    const outgoing = request({ hostname, port, method: "POST", path, headers, agent: false });
    const ended = codeOf(new Promise((resolve, reject) => outgoing.on("response", resolve).on("error", reject)));
    outgoing.end(JSON.stringify(pipelineBody("shop")));
    while ((await lastEntry())?.fault !== "hang after") await new Promise((resolve) => setImmediate(resolve));
    outgoing.destroy();
    expect(await ended).to.equal("ECONNRESET");
    expect((await list()).status).to.equal(200);
  });

  it("delay responds later, as if nothing were", async () => {
    await add({ operation: "*", kind: "delay", delayMs: 5 });
    expect((await create()).body).to.deep.equal({ result: { projectId: 3101 } });
    expect(await lastEntry()).to.include({ status: 200, fault: "delay before" });
  });

  it("happen as often as times says, the first match first, and count", async () => {
    await add({ operation: "getProjects", status: 500, times: 2 }, { operation: "*", status: 504 });
    expect([(await list()).status, (await list()).status, (await list()).status]).to.deep.equal([500, 500, 504]);
    const { rules } = (await emulator.admin("GET", "/faults")).body as { rules: { fired: number }[] };
    expect(rules.map(({ fired }) => fired)).to.deep.equal([2, 1]);
    await emulator.admin("DELETE", "/faults");
    expect((await list()).status).to.equal(200);
  });

  it("throw dice that fall alike for the same seed", async () => {
    const throws = async (seed: number) => {
      await emulator.admin("DELETE", "/faults");
      await emulator.admin("POST", "/faults", { rules: [{ operation: "*", status: 500, probability: 0.5 }], seed });
      const statuses: number[] = [];
      for (let count = 0; count < 20; count += 1) statuses.push((await list()).status);
      return statuses;
    };
    const first = await throws(7);
    expect(first).to.include.members([200, 500]);
    expect(await throws(7)).to.deep.equal(first);
    expect(await throws(8)).not.to.deep.equal(first);
  });

  it("do not touch what reaches no operation, nor the admin routes", async () => {
    await add({ operation: "*", kind: "reset" });
    expect((await emulator.call("GET", "/nothing")).status).to.equal(404);
    expect((await emulator.admin("GET", "/health")).status).to.equal(200);
  });

  it("happen after a handler that refuses, too", async () => {
    await add({ operation: "getProject", when: "after", status: 500 });
    expect((await emulator.call("GET", "/api/v1/project/1")).status).to.equal(500);
  });
});
