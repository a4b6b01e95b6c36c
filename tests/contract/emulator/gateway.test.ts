import { expect } from "chai";
import { connect } from "node:net";
import { errorOf, pipelineBody } from "./support/bodies.ts";
import { send, signedHeaders } from "./support/signed-call.ts";
import { useEmulator } from "./support/use-emulator.ts";

describe("emulator: responses of the gateway", () => {
  const emulator = useEmulator();

  describe("paths", () => {
    for (const root of ["/api/v1", "/vpcsourcepipeline/api/v1", "/sourcepipeline/api/v1"]) {
      it(`serves ${root}`, async () => {
        expect((await emulator.call("GET", `${root}/project`)).body).to.deep.equal({ result: { projectList: [] } });
      });
    }

    const unknown: [string, string][] = [
      ["GET", "/"],
      ["GET", "/api/v1"],
      ["GET", "/api/v1/"],
      ["GET", "/api/v1/project/"],
      ["GET", "//api/v1/project"],
      ["GET", "/api/v1/../v1/project"],
      ["GET", "/api/v1/./project"],
      ["GET", "/api/v2/project"],
      ["GET", "/api/v1/project/%"],
      ["PUT", "/api/v1/project/1"],
      ["OPTIONS", "/api/v1/project"],
      ["DELETE", "/api/v1/project"],
    ];
    for (const [method, path] of unknown) {
      it(`knows no operation for ${method} ${path}`, async () => {
        const reply = await emulator.call(method, path);
        expect(errorOf(reply)).to.deep.equal({ status: 404, code: "300", details: "URL not found." });
      });
    }

    it("checks the signature before the route", async () => {
      const reply = await send(emulator.url, { method: "GET", path: "/nothing" });
      expect(errorOf(reply)).to.include({ status: 401, code: "200" });
    });

    it("takes a request line with scheme and host", async () => {
      const headers = signedHeaders({ method: "GET", path: "/api/v1/project" }, emulator.keys, String(Date.now()));
      const reply = await send(emulator.url, { method: "GET", path: "http://elsewhere/api/v1/project", headers });
      expect(reply.status).to.equal(200);
    });
  });

  describe("bodies", () => {
    it("takes 1 MiB and refuses one byte more", async () => {
      const body = (length: number) => JSON.stringify(pipelineBody("shop")).padEnd(length);
      const call = { method: "POST", path: "/api/v1/project" };
      const over = await emulator.callRaw({ ...call, body: body(1024 * 1024 + 1) });
      expect(errorOf(over)).to.include({ status: 413, code: "430" });
      expect((await emulator.callRaw({ ...call, body: body(1024 * 1024) })).status).to.equal(200);
    });

    it("ignores a body where none is expected", async () => {
      expect((await emulator.call("GET", "/api/v1/project", { any: "thing" })).status).to.equal(200);
    });
  });

  it("refuses what is not HTTP with an envelope", async () => {
    const { port } = new URL(emulator.url);
    const text = await new Promise<string>((resolve, reject) => {
      let received = "";
      const socket = connect(Number(port), "127.0.0.1", () => socket.write("\u0016\u0003\u0001 hello\r\n\r\n"));
      socket.on("data", (chunk) => (received += chunk.toString()));
      socket.on("end", () => resolve(received));
      socket.on("error", reject);
    });
    expect(text)
      .to.match(/^HTTP\/1\.1 400 /)
      .and.contain('{"error":{"errorCode":"100"');
  });

  it("serves a thousand requests at once", async () => {
    const replies = await Promise.all(Array.from({ length: 1000 }, () => emulator.call("GET", "/api/v1/project")));
    expect(new Set(replies.map(({ status }) => status))).to.deep.equal(new Set([200]));
  });

  it("gives the time of the gateway's clock", async () => {
    await emulator.admin("PATCH", "/settings", { clockOffsetMs: 3_600_000 });
    const headers = signedHeaders({ method: "GET", path: "/x" }, emulator.keys, String(Date.now() + 3_600_000));
    const reply = await send(emulator.url, { method: "GET", path: "/x", headers });
    const offset = Date.parse(reply.headers.date ?? "") - Date.now();
    expect(offset).to.be.within(3_590_000, 3_610_000);
    expect(errorOf(reply)).to.include({ status: 404 });
  });
});

describe("emulator: keys of sub-accounts", () => {
  const reader = { accessKey: "READER", secretKey: "READER-SECRET", allow: ["getProjects"] };
  const rotated = { accessKey: "ROTATED", secretKey: "ROTATED-SECRET" };
  const emulator = useEmulator({ seed: { permissions: [reader, rotated] } });

  const callAs = (keys: typeof rotated, path: string) =>
    send(emulator.url, {
      method: "GET",
      path,
      headers: signedHeaders({ method: "GET", path }, keys, String(Date.now())),
    });

  it("may do what they are allowed, and nothing else", async () => {
    expect((await callAs(reader, "/api/v1/project")).status).to.equal(200);
    expect(errorOf(await callAs(reader, "/api/v1/sourcebuild/project"))).to.include({ status: 401, code: "210" });
  });

  it("may do everything when nothing is said", async () => {
    expect((await callAs(rotated, "/api/v1/sourcebuild/project")).status).to.equal(200);
  });
});
