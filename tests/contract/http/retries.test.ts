import { expect } from "chai";
import { setTimeout } from "node:timers/promises";
import { createLimiters } from "../../../provider/core/http/index.ts";
import {
  respond,
  errorResponse,
  hangUp,
  result,
  startLoopbackServer,
  type LoopbackServer,
  type Reply,
} from "./loopback-server.ts";
import { failureOf, testClient, type TestClient } from "./test-client.ts";

const body = { name: "shop", tasks: [] };
const done = result({ result: true });

describe("client: further attempts", () => {
  let server: LoopbackServer;
  let test: TestClient;

  beforeEach(async () => {
    server = await startLoopbackServer();
    test = testClient(server.endpoint);
  });
  afterEach(() => server.close());

  const calls: [name: string, call: (client: TestClient["client"]) => Promise<unknown>, success: Reply][] = [
    ["GET", (client) => client.getProjects({}), result({ projectList: [] })],
    ["PATCH", (client) => client.changeProject({ projectId: 1, body: { tasks: [] } }), done],
    ["DELETE", (client) => client.deleteProject({ projectId: 1 }), done],
  ];
  for (const [method, call, success] of calls) {
    it(`${method}: passes over what passes, five attempts at most`, async () => {
      server.reply(
        hangUp,
        errorResponse(503, "500"),
        errorResponse(429, "410"),
        respond(502, "<html></html>"),
        success,
      );
      await call(test.client);
      expect(server.seen.map((seen) => seen.method)).to.deep.equal(Array(5).fill(method));

      server.reply(errorResponse(500, "900"));
      const error = await failureOf(call(test.client));
      expect(error.message).to.include("after 5 attempts");
      expect(server.seen).to.have.lengthOf(10);
    });
  }

  it("POST: again after 429, never after anything doubtful", async () => {
    server.reply(errorResponse(429, "400"), result({ projectId: 7 }));
    expect(await test.client.createProject({ body })).to.deep.equal({ projectId: 7 });
    expect(server.seen).to.have.lengthOf(2);

    const doubtful = [
      hangUp,
      errorResponse(500, "900"),
      errorResponse(503, "500"),
      respond(200, "{"),
      respond(200, ""),
      done,
    ];
    for (const reply of doubtful) {
      server.seen.length = 0;
      server.reply(reply);
      const error = await failureOf(test.client.createProject({ body }));
      expect(error.effect).to.equal("unknown");
      expect(server.seen).to.have.lengthOf(1);
    }
  });

  for (const [method, call, success] of calls) {
    it(`${method}: a service's own failure inside a success is passed over as under its own status`, async () => {
      for (const status of [200, 500]) {
        server.seen.length = 0;
        test.waits.length = 0;
        server.reply(errorResponse(status, 340500, "internal"), errorResponse(status, 340503, "busy"), success);
        await call(test.client);
        expect(server.seen).to.have.lengthOf(3);
        expect(test.waits).to.deep.equal([100, 200]);
      }
    });

    it(`${method}: one attempt at what the server lacks for good`, async () => {
      for (const status of [501, 505]) {
        server.seen.length = 0;
        server.reply(respond(status, ""), success);
        expect(await failureOf(call(test.client))).to.include({ category: "server", status });
        expect(server.seen).to.have.lengthOf(1);
      }
    });
  }

  it("POST: a service's own failure inside a success may have had its effect", async () => {
    for (const status of [200, 400, 500]) {
      server.seen.length = 0;
      server.reply(errorResponse(status, 340500, "internal"));
      const error = await failureOf(test.client.createProject({ body }));
      expect(error).to.include({ category: "server", effect: "unknown", serviceCode: "340500", status });
      expect(error.message).to.include("internal").and.not.include("endpoint");
      expect(server.seen).to.have.lengthOf(1);
    }
  });

  it("a refusal is reported at once, with no effect", async () => {
    for (const [status, code, category] of [
      [400, 340400, "validation"],
      [400, 340405, "conflict"],
      [400, 340404, "notFound"],
      [401, "200", "authentication"],
      [401, "210", "permission"],
      [404, "300", "notFound"],
      [413, "430", "validation"],
    ] as const) {
      server.seen.length = 0;
      server.reply(errorResponse(status, code, "no"));
      const error = await failureOf(test.client.changeProject({ projectId: 1, body: { tasks: [] } }));
      expect(error).to.include({
        category,
        status,
        serviceCode: String(code),
        effect: "none",
        operation: "changeProject",
      });
      expect(server.seen).to.have.lengthOf(1);
    }
  });

  it("waits as long as the service asks, in seconds or until a date of the service's clock", async () => {
    const date = "Wed, 21 Oct 2026 07:28:00 GMT";
    const list = result({ projectList: [] });
    server.reply(errorResponse(503, "500", "", { "retry-after": "2" }), list);
    await test.client.getProjects({});
    server.reply(errorResponse(503, "500", "", { date, "retry-after": "Wed, 21 Oct 2026 07:28:07 GMT" }), list);
    await test.client.getProjects({});
    expect(test.waits).to.deep.equal([2100, 7100]);
  });

  it("reports what it waits for to whom it was given", async () => {
    server.reply(errorResponse(503, "500"), result({ projectList: [] }));
    await test.client.getProjects({});
    expect(test.log).to.have.lengthOf(1);
    expect(test.log[0]).to.match(/^info: Waiting 0\.1 s to list pipelines again: .*HTTP 503/);
  });

  it("all clients with the same endpoint and key hold back together", async () => {
    const waits: number[] = [];
    const ports = {
      now: () => 0,
      random: () => 0,
      wait: async (milliseconds: number) => void waits.push(milliseconds),
    };
    const limiters = createLimiters(ports);
    const [first, second] = [1, 2].map(() => testClient(server.endpoint, { ...ports, limiters }));
    server.reply(errorResponse(429, "410", "", { "retry-after": "9" }), result({ projectList: [] }));
    await failureOf(first!.client.getProjects({}, { deadlineMs: 1000 }));
    waits.length = 0;
    await second!.client.getProjects({});
    expect(waits).to.deep.equal([9000]);
  });
});

describe("client: clock", () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startLoopbackServer();
  });
  afterEach(() => server.close());

  const serviceNow = Date.parse("2026-10-21T07:28:00Z");

  /** A gateway with a clock of its own, which refuses timestamps five minutes off, and wrong keys. */
  const gateway =
    (isKeyRight: boolean): Reply =>
    (request, response) => {
      const offset = Number(request.headers["x-ncp-apigw-timestamp"]) - serviceNow;
      const isAccepted = isKeyRight && Math.abs(offset) < 300_000;
      const headers = { date: new Date(serviceNow).toUTCString() };
      const reply = isAccepted
        ? respond(200, { result: { projectId: 1, projectList: [] } }, headers)
        : errorResponse(401, "200", "Authentication Failed", headers);
      reply(request, response);
    };

  for (const minutes of [6, -6, 60 * 24 * 365]) {
    it(`${minutes} minutes off: corrected once, remembered, reported`, async () => {
      server.reply(gateway(true));
      const { client, log, waits } = testClient(server.endpoint, { now: () => serviceNow + minutes * 60_000 });
      await client.createProject({ body });
      expect(server.seen).to.have.lengthOf(2);
      await client.getProjects({});
      expect(server.seen).to.have.lengthOf(3);
      expect(log).to.have.lengthOf(1);
      expect(log[0]).to.match(/^warning: The service's clock is \d+ minutes /);
      expect(log[0]).to.include(`minutes ${minutes > 0 ? "behind" : "ahead of"} this machine's`);
      expect(waits).to.deep.equal([]);
    });
  }

  it("four minutes off: nothing to correct", async () => {
    server.reply(gateway(true));
    const { client, log } = testClient(server.endpoint, { now: () => serviceNow + 240_000 });
    await client.getProjects({});
    expect([server.seen.length, log]).to.deep.equal([1, []]);
  });

  it("a wrong key: refused once, and no mention of a clock that is right", async () => {
    server.reply(gateway(false));
    const { client } = testClient(server.endpoint, { now: () => serviceNow + 20_000 });
    const error = await failureOf(client.getProjects({}));
    expect(server.seen).to.have.lengthOf(1);
    expect(error.message).to.include("ncloud:accessKey").and.not.include("clock");
  });

  it("a wrong key and a wrong clock: two attempts, then the key is to blame", async () => {
    server.reply(gateway(false));
    const { client, log } = testClient(server.endpoint, { now: () => serviceNow + 360_000 });
    const error = await failureOf(client.getProjects({}));
    expect(server.seen).to.have.lengthOf(2);
    expect(error).to.include({ category: "authentication", effect: "none" });
    expect(log).to.have.lengthOf(1);
  });
});

describe("client: interruption", () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startLoopbackServer();
  });
  afterEach(() => server.close());

  /** Interrupts when the request has arrived, then responds. */
  const interruptedBy =
    (caller: AbortController, reply: Reply): Reply =>
    (request, response) => {
      caller.abort();
      reply(request, response);
    };

  it("what changes something is awaited once it is under way", async () => {
    const caller = new AbortController();
    server.reply(interruptedBy(caller, result({ projectId: 7 })));
    const { client } = testClient(server.endpoint);
    expect(await client.createProject({ body }, { signal: caller.signal })).to.deep.equal({ projectId: 7 });
  });

  it("but not tried again", async () => {
    const caller = new AbortController();
    server.reply(interruptedBy(caller, errorResponse(503, "500")));
    const { client } = testClient(server.endpoint);
    const error = await failureOf(client.deleteProject({ projectId: 1 }, { signal: caller.signal }));
    expect(error).to.include({ category: "server", effect: "unknown" });
    expect(server.seen).to.have.lengthOf(1);
  });

  it("reading ends at once", async () => {
    const caller = new AbortController();
    server.reply(interruptedBy(caller, () => undefined));
    const { client } = testClient(server.endpoint);
    const error = await failureOf(client.getProjects({}, { signal: caller.signal }));
    expect(error).to.include({ category: "network", reason: "interrupted", effect: "none" });
  });

  it("reading ends at the deadline of the call", async () => {
    server.reply(() => undefined);
    const { client } = testClient(server.endpoint, {
      wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
    });
    const error = await failureOf(client.getProjects({}, { deadlineMs: 30 }));
    expect(error).to.include({ category: "network", reason: "deadline", effect: "none" });
  });

  it("a wait ends at once, by a way to wait that rejects, such as Node's own", async () => {
    const caller = new AbortController();
    server.reply(errorResponse(503, "500", "", { "retry-after": "30" }));
    const { client } = testClient(server.endpoint, {
      wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
      log: () => setImmediate(() => caller.abort()),
    });
    expect(await failureOf(client.getProjects({}, { signal: caller.signal }))).to.include({ status: 503 });
    expect(server.seen).to.have.lengthOf(1);
  });

  it("nothing is sent for a caller that has stopped", async () => {
    const { client } = testClient(server.endpoint);
    const error = await failureOf(client.createProject({ body }, { signal: AbortSignal.abort() }));
    expect(error).to.include({ reason: "interrupted", effect: "none" });
    expect(error.message).to.include("Could not create a pipeline").and.include("interrupted");
    expect(server.seen).to.have.lengthOf(0);
  });
});
