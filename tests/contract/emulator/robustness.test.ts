import { expect } from "chai";
import * as fc from "fast-check";
import { connect } from "node:net";
import { operationNames, operations } from "../../../provider/services/sourcepipeline/api/index.ts";
import { buildTask, errorOf, pipelineBody } from "./support/bodies.ts";
import { send, signedHeaders } from "./support/signed-call.ts";
import { useEmulator } from "./support/use-emulator.ts";

describe("emulator: whatever comes", () => {
  const emulator = useEmulator();

  it("responds to any signed request with a result or an error envelope, never with an unexpected failure", async () => {
    const segment = fc.oneof(
      fc.constantFrom("3101", "54001", "shop-api", "%2e%2e", "%00", "%ff", "-1", "1e9"),
      fc.nat().map(String),
    );
    const call = fc.record({
      operation: fc.constantFrom(...operationNames),
      segment,
      query: fc.constantFrom(
        "",
        "?pageNo=1&pageSize=2",
        "?pageNo=1",
        "?searchWord=%",
        "?&&=",
        "?pageNo=1&pageSize=99999999999999999999",
      ),
      body: fc.oneof(
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc
          .constantFrom(pipelineBody("shop"), { tasks: [buildTask] }, { tasks: [null] }, { trigger: [] })
          .map((value) => JSON.stringify(value)),
        fc.string(),
      ),
    });
    await fc.assert(
      fc.asyncProperty(call, async ({ operation, segment: text, query, body }) => {
        const { method, path } = operations[operation];
        const reply = await emulator.callRaw({
          method,
          path: `/api/v1${path.replaceAll(/\{\w+\}/g, text)}${query}`,
          body,
        });
        expect(reply.status).to.be.oneOf([200, 400, 404]);
        expect(reply.text).to.match(/^\{"(result|error)":\{.*\}$/s);
      }),
      { numRuns: 300 },
    );
  });

  it("takes or refuses any state, and still responds afterwards", async () => {
    const start = (await emulator.admin("GET", "/state")).body as object;
    const piece = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom([pipelineBody("shop")], [{ id: 1, name: "x" }], { pipeline: 7 }, []),
    );
    const key = fc.constantFrom(...Object.keys(start), "permissions", "__proto__");
    await fc.assert(
      fc.asyncProperty(key, piece, async (name, value) => {
        const reply = await emulator.admin("PUT", "/state", { ...start, [name]: value });
        expect(reply.status).to.be.oneOf([200, 400]);
        expect((await emulator.call("GET", "/api/v1/project")).status).to.equal(200);
      }),
      { numRuns: 200 },
    );
  });

  it("refuses fault rules that cannot be written to a connection", async () => {
    for (const rule of [
      { headers: { "a b": "c" } },
      { headers: { a: "b\r\nc: d" } },
      { status: 200.5 },
      { status: 100 },
      { delayMs: 1e12 },
    ]) {
      expect(errorOf(await emulator.admin("POST", "/faults", { rules: [{ operation: "*", ...rule }] }))).to.include({
        status: 400,
      });
    }
  });

  it("lists the first problems of many", async () => {
    const tasks = Array.from({ length: 1000 }, () => ({ ...buildTask, name: "a b" }));
    const { details } = errorOf(await emulator.call("POST", "/api/v1/project", pipelineBody("shop", { tasks })));
    expect(details).to.match(/^tasks\[0\]\.name: .*And 990 more\.$/);
  });

  it("survives clients that leave in the middle of a request or of a response", async () => {
    const { port } = new URL(emulator.url);
    const headers = Object.entries(
      signedHeaders({ method: "POST", path: "/api/v1/project" }, emulator.keys, String(Date.now())),
    );
    const head = `POST /api/v1/project HTTP/1.1\r\nhost: localhost\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}content-length: 100\r\n\r\n`;
    for (const text of [head, head.slice(0, 50), `${head}${"x".repeat(50)}`, `${head}${"x".repeat(100)}`]) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), "127.0.0.1", () => socket.write(text, () => socket.destroy()));
        socket.on("close", () => resolve());
      });
    }
    expect((await send(emulator.url, { method: "GET", path: "/_emulator/health" })).status).to.equal(200);
  });

  it("reads a body that comes byte by byte", async () => {
    const { port } = new URL(emulator.url);
    const path = "/api/v1/project";
    const body = JSON.stringify(pipelineBody("slow"));
    const headers = Object.entries(signedHeaders({ method: "POST", path }, emulator.keys, String(Date.now())));
    const response = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.setNoDelay(true);
        socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n`);
        socket.write(
          `${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}content-length: ${body.length}\r\n\r\n`,
        );
        for (const character of body) socket.write(character);
      });
      let received = "";
      socket.on("data", (chunk) => (received += chunk.toString()));
      socket.on("end", () => resolve(received));
      socket.on("error", reject);
    });
    expect(response)
      .to.match(/^HTTP\/1\.1 200 OK\r\n/)
      .and.match(/\{"result":\{"projectId":3101\}\}$/);
  });
});
