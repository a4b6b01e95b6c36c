import { expect } from "chai";
import { createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";
import {
  respond,
  breakOff,
  errorResponse,
  hang,
  hangUp,
  result,
  startLoopbackServer,
  type LoopbackServer,
} from "./loopback-server.ts";
import { accessKey, failureOf, secretKey, testClient, type TestClient } from "./test-client.ts";

const emptyList = result({ projectList: [] });
const body = { name: "한글-🚀", description: "a 'b' \"c\"", tasks: [] };

describe("transport: what is sent", () => {
  let server: LoopbackServer;
  let client: TestClient["client"];

  beforeEach(async () => {
    server = await startLoopbackServer();
    ({ client } = testClient(server.endpoint, { now: () => 1_700_000_000_000 }));
    server.reply(emptyList);
  });
  afterEach(() => server.close());

  /** Signed anew from the request line, by another way than the client's. */
  const expectSigned = (): void => {
    const { method, url, headers } = server.seen.at(-1)!;
    const text = `${method} ${url}\n${headers["x-ncp-apigw-timestamp"]}\n${accessKey}`;
    expect(headers["x-ncp-apigw-signature-v2"]).to.equal(createHmac("sha256", secretKey).update(text).digest("base64"));
  };

  it("signs the request line byte for byte, whatever stands in it", async () => {
    for (const search of [
      "pipe",
      "a b+c",
      "a&b=c#d%20",
      "it's (so) *~!",
      "한글",
      "\u{1F680}",
      "../..",
      "%2e",
      '"<>`{}|^\\',
    ]) {
      await client.getProjects({ search, pageNo: 1, pageSize: 10 });
      expectSigned();
      const query = new URL(server.seen.at(-1)!.url, server.endpoint).searchParams;
      expect(query.get("projectName"), search).to.equal(search);
    }
  });

  it("signs paths with any name as one segment", async () => {
    server.reply(result({ branchList: [] }));
    for (const repositoryName of ["a b", "a/b", "it's", "한글", "a%2fb", "?x", "a;b"]) {
      await client.getBranches({ repositoryName });
      expectSigned();
      expect(decodeURIComponent(server.seen.at(-1)!.url.split("/").at(-2)!)).to.equal(repositoryName);
    }
  });

  it("signs the path of the endpoint with the rest", async () => {
    ({ client } = testClient(`${server.endpoint}/vpcsourcepipeline/`));
    await client.getProjects({});
    expect(server.seen[0]?.url).to.equal("/vpcsourcepipeline/api/v1/project");
    expectSigned();
  });

  it("sends the documented headers and who it is", async () => {
    await client.getProjects({});
    expect(server.seen[0]?.headers).to.include({
      "x-ncp-apigw-timestamp": "1700000000000",
      "x-ncp-iam-access-key": accessKey,
      "x-ncp-region_code": "KR",
      accept: "application/json",
    });
    expect(server.seen[0]?.headers["user-agent"]).to.match(/^pulumi-ncloud-sourcepipeline\/\d+\.\d+\.\d+/);
  });

  it("sends a body as UTF-8 JSON, and none where there is none", async () => {
    server.reply(result({ projectId: 1 }), result({ historyId: 2 }));
    await client.createProject({ body });
    await client.startProject({ projectId: 1 });
    expect(JSON.parse(server.seen[0]!.body)).to.deep.equal(body);
    expect(server.seen[0]?.headers["content-type"]).to.equal("application/json; charset=utf-8");
    expect(server.seen[1]).to.include({ body: "", method: "POST", url: "/api/v1/project/1/do" });
  });

  it("signs each attempt with its own time", async () => {
    let now = 1_700_000_000_000;
    ({ client } = testClient(server.endpoint, { now: () => now++ }));
    server.reply(errorResponse(503, "500"), emptyList);
    await client.getProjects({});
    const [first, second] = server.seen.map(({ headers }) => Number(headers["x-ncp-apigw-timestamp"]));
    expect(second).to.be.above(first!);
    expectSigned();
  });

  it("gives what cannot be repeated a connection of its own", async () => {
    server.reply(emptyList, emptyList, result({ projectId: 1 }), emptyList);
    for (const call of [client.getProjects, client.getProjects]) await call({});
    await client.createProject({ body });
    await client.getProjects({});
    const [first, second, created, last] = server.seen.map(({ connection }) => connection);
    expect(second).to.equal(first);
    expect(created).not.to.equal(first);
    expect(last).to.equal(first);
  });
});

describe("transport: what comes back", () => {
  let server: LoopbackServer;
  let client: TestClient["client"];

  beforeEach(async () => {
    server = await startLoopbackServer();
    ({ client } = testClient(server.endpoint));
  });
  afterEach(() => server.close());

  it("reads packed responses, and JSON under any label", async () => {
    const list = { result: { projectList: [{ id: 1, name: "a" }] } };
    server.reply((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-type": "text/plain;charset=UTF-8" });
      response.end(gzipSync(JSON.stringify(list)));
    });
    expect(await client.getProjects({})).to.deep.equal(list.result);
  });

  it("follows no redirect: the signature is for one address", async () => {
    server.reply(respond(302, "", { location: "/elsewhere" }));
    const error = await failureOf(client.createProject({ body }));
    expect(error).to.include({ category: "unexpectedResponse", reason: "redirected", status: 302, effect: "unknown" });
    expect(server.seen).to.have.lengthOf(1);
  });

  for (const [what, reply] of [
    ["a connection that is closed", hangUp],
    ["a response that breaks off", breakOff],
  ] as const) {
    it(`${what}: once for a creation, five times for reading`, async () => {
      server.reply(reply);
      const created = await failureOf(client.createProject({ body }));
      expect(created).to.include({ category: "network", reason: "reset", effect: "unknown" });
      expect(server.seen).to.have.lengthOf(1);

      const read = await failureOf(client.getProjects({}));
      expect(read).to.include({ category: "network", reason: "reset", effect: "none" });
      expect(server.seen).to.have.lengthOf(6);
    });
  }

  it("a packed response that breaks off", async () => {
    const packed = gzipSync(JSON.stringify({ result: { projectId: 1, filler: "x".repeat(1000) } }));
    server.reply((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(packed.subarray(0, packed.length / 2));
    });
    const error = await failureOf(client.createProject({ body }));
    expect(error.effect).to.equal("unknown");
    expect(error.category).to.be.oneOf(["network", "unexpectedResponse"]);
  });

  it("a response that does not come: the time limit ends it", async () => {
    server.reply(hang);
    ({ client } = testClient(server.endpoint, { timeouts: { attemptMs: 500 } }));
    const error = await failureOf(client.createProject({ body }));
    expect(error).to.include({ category: "network", reason: "timeout", effect: "unknown" });
    expect(server.seen).to.have.lengthOf(1);
  });

  it("a response that drips: the time limit is for the whole of it", async () => {
    server.reply((_, response) => {
      const dripping = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(dripping));
    });
    ({ client } = testClient(server.endpoint, { timeouts: { attemptMs: 500 } }));
    expect(await failureOf(client.createProject({ body }))).to.include({ reason: "timeout", effect: "unknown" });
  });

  it("a response without end: it is not read on", async () => {
    const chunk = "x".repeat(1024 * 1024);
    let written = 0;
    server.reply((_, response) => {
      const pour = (): void => {
        written++;
        if (!response.destroyed) response.write(chunk, pour);
      };
      response.writeHead(200);
      pour();
    });
    const error = await failureOf(client.createProject({ body }));
    expect(error).to.include({ category: "unexpectedResponse", reason: "tooLarge", effect: "unknown" });
    expect(written).to.be.within(16, 64);
  });

  it("a refused connection and an unknown host: nothing can have happened", async () => {
    const { endpoint } = server;
    await server.close();
    expect(await failureOf(testClient(endpoint).client.createProject({ body }))).to.include({
      category: "network",
      reason: "refused",
      effect: "none",
    });
    expect(await failureOf(testClient("http://nowhere.invalid").client.createProject({ body }))).to.include({
      category: "network",
      reason: "unknownHost",
      effect: "none",
    });
  });

  it("a server that does not speak HTTP, or not over TLS", async () => {
    const tls = testClient(server.endpoint.replace("http:", "https:"));
    expect(await failureOf(tls.client.createProject({ body }))).to.include({ reason: "insecure", effect: "none" });
    server.reply((_, response) => {
      response.socket?.end("SSH-2.0-OpenSSH_9.9\r\n");
    });
    expect(await failureOf(client.createProject({ body }))).to.include({ reason: "notHttp", effect: "unknown" });
  });

  it("a key that no header can carry: nothing is sent", async () => {
    const broken = testClient(server.endpoint, { accessKey: "AK0000\n0000" });
    const error = await failureOf(broken.client.getProjects({}));
    expect(error).to.include({ category: "authentication", reason: "badKey" });
    expect(server.seen).to.have.lengthOf(0);
  });

  it("an endpoint or a name that cannot be used: nothing is sent", async () => {
    expect(await failureOf(testClient("nonsense").client.getProjects({}))).to.include({ reason: "badEndpoint" });
    expect(await failureOf(client.getBranches({ repositoryName: ".." }))).to.include({ reason: "badRequest" });
    expect(server.seen).to.have.lengthOf(0);
  });
});
