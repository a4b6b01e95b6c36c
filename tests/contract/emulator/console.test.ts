import { expect } from "chai";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import { listenerLimit } from "../../../emulator/console/create-feed.ts";
import { errorOf, pipelineBody } from "./support/bodies.ts";
import { openEvents, type EventStream } from "./support/event-stream.ts";
import { send, signedHeaders } from "./support/signed-call.ts";
import { startTime } from "./support/use-emulator.ts";

const { tasks } = pipelineBody("shop");

describe("emulator: console", () => {
  let emulator: Emulator;
  let streams: EventStream[];

  beforeEach(async () => {
    streams = [];
    emulator = await createEmulator({ time: startTime, speed: 0, allowHosts: ["emulator"] });
    const state = await emulator.admin.readState();
    await emulator.admin.writeState({ ...state, pipelines: [{ id: 7, name: "shop", tasks }] });
  });
  afterEach(async () => {
    for (const stream of streams) stream.close();
    await emulator.close();
  });

  const listen = async (): Promise<EventStream> => {
    const stream = await openEvents(emulator.url);
    streams.push(stream);
    return stream;
  };

  describe("page", () => {
    it("is served with a policy that lets nothing in from elsewhere", async () => {
      const { status, headers, text } = await send(emulator.url, { method: "GET", path: "/" });
      expect(status).to.equal(200);
      expect(headers["content-type"]).to.equal("text/html; charset=utf-8");
      expect(headers["content-security-policy"]).to.contain("default-src 'none'").and.not.contain("unsafe");
      expect(headers["x-content-type-options"]).to.equal("nosniff");
      expect(text)
        .to.match(/^<!doctype html>/)
        .and.not.match(/https?:\/\//);
    });

    it("has every file that it names", async () => {
      const { text } = await send(emulator.url, { method: "GET", path: "/" });
      const files = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = ""]) => path);
      expect(files).to.have.length.greaterThan(2);
      for (const path of files) expect((await send(emulator.url, { method: "GET", path })).status, path).to.equal(200);
    });

    for (const name of [
      "none.js",
      "../serve-page.ts",
      "..%2fserve-page.ts",
      "page/main.js",
      "tsconfig.json",
      "%00.js",
    ]) {
      it(`does not serve ${name}`, async () => {
        const { status, text } = await send(emulator.url, { method: "GET", path: `/_emulator/console/${name}` });
        expect(status).to.equal(404);
        expect(text).to.not.contain("import");
      });
    }
  });

  describe("events", () => {
    it("begin with a snapshot", async () => {
      const snapshot = await (await listen()).next("snapshot");
      expect(snapshot).to.have.nested.property("clock.time", Date.parse(startTime));
      expect(snapshot).to.have.nested.property("pipelines[0].name", "shop");
      expect(snapshot).to.have.nested.property("pipelines[0].tasks[1].target", "shop / dev / rolling");
    });

    it("show a run from its start to its end", async () => {
      const stream = await listen();
      const id = await emulator.admin.runPipeline(7);
      expect(await stream.next("changed"))
        .to.deep.include({ list: "runs" })
        .and.have.nested.property("item.id", id);
      await emulator.admin.advanceClock(60_000);
      await stream.next("changed", ({ item }) => (item as { status?: string }).status === "success");
    });

    it("show the builds and deployments that a run starts, and the branch that a push makes", async () => {
      const stream = await listen();
      await emulator.admin.runPipeline(7);
      const started = await stream.next("replaced", ({ part }) => part === "executions");
      expect(started).to.containSubset({ value: [{ service: "SourceBuild", target: "shop-api", status: "prepare" }] });
      await emulator.admin.advanceClock(5000);
      const next = await stream.next("replaced", ({ part }) => part === "executions");
      expect(next).to.containSubset({
        value: [
          { service: "SourceDeploy", target: "shop / dev / rolling", status: "inprogress", mark: "inProgress" },
          { service: "SourceBuild", status: "success", mark: "success" },
        ],
      });
      await emulator.admin.push("shop-web", "feature");
      const repositories = await stream.next("replaced", ({ part }) => part === "repositories");
      expect(repositories).to.containSubset({ value: [{ name: "shop-web", branches: ["main", "feature"] }] });
    });

    it("show requests with their verdicts, faults, and what is removed", async () => {
      const stream = await listen();
      await send(emulator.url, { method: "GET", path: "/api/v1/project" });
      expect(await stream.next("changed")).to.have.nested.property("item.signature.reason");
      await emulator.admin.addFaults([{ operation: "*", status: 503 }]);
      expect(await stream.next("replaced", ({ part }) => part === "faults")).to.have.nested.property(
        "value[0].fired",
        0,
      );
      const path = "/api/v1/project/7";
      await emulator.admin.removeFaults();
      await send(emulator.url, {
        method: "DELETE",
        path,
        headers: signedHeaders({ method: "DELETE", path }, emulator, String(Date.now())),
      });
      expect(await stream.next("removed")).to.deep.equal({ list: "pipelines", id: 7 });
    });

    it("go to every listener, up to a limit", async () => {
      const all = await Promise.all(Array.from({ length: listenerLimit }, listen));
      await emulator.admin.runPipeline(7);
      for (const stream of all) expect(await stream.next("changed")).to.include({ list: "runs" });

      const path = "/_emulator/events";
      const refused = await send(emulator.url, { method: "GET", path });
      expect(errorOf(refused)).to.include({ status: 429 });
      all[0]?.close();
      await all[0]?.closed;
      expect(await (await listenWhenFree()).next("snapshot")).to.have.property("clock");
    });

    /** The emulator notices a moment later that a listener went away. */
    const listenWhenFree = (): Promise<EventStream> => listen().catch(listenWhenFree);
  });

  describe("pages of other origins", () => {
    const push = (headers: Record<string, string>) =>
      send(emulator.url, {
        method: "POST",
        path: "/_emulator/push",
        headers,
        body: JSON.stringify({ repository: "shop-api", branch: "main" }),
      });

    it("may change nothing", async () => {
      const { port } = new URL(emulator.url);
      const foreign = [
        { origin: "https://elsewhere.example" },
        { origin: "null" },
        { origin: "http://127.0.0.1:1" },
        { origin: `https://127.0.0.1:${port}` },
        { origin: `http://localhost:${port}` },
      ];
      for (const headers of foreign) {
        const reply = await push(headers);
        expect(errorOf(reply), headers.origin).to.include({ status: 403, code: "230" });
        expect(errorOf(reply).details).to.contain(`The page at ${headers.origin} may not change this emulator`);
      }
      for (const method of ["DELETE", "PUT", "PATCH"]) {
        const reply = await send(emulator.url, { method, path: "/_emulator/faults", headers: { origin: "null" } });
        expect(reply.status, method).to.equal(403);
      }
    });

    it("do not hinder the console and programs", async () => {
      const { port } = new URL(emulator.url);
      expect((await push({ origin: emulator.url })).status).to.equal(200);
      expect((await push({})).status).to.equal(200);
      for (const host of [`localhost:${port}`, `[::1]:${port}`, `Emulator:${port}`, `ci.localhost:${port}`]) {
        expect((await push({ origin: `http://${host}`, host })).status, host).to.equal(200);
      }
    });
  });

  describe("runs", () => {
    it("start and are canceled without a signature", async () => {
      const run = await emulator.admin.runPipeline(7);
      await emulator.admin.cancelRun(run);
      expect((await emulator.admin.readState()).runs).to.have.nested.property("[0].status", "canceled");
    });

    for (const [path, details] of [
      ["/pipelines/8/run", "there is no pipeline 8"],
      ["/pipelines/x/run", "there is no pipeline x"],
      ["/runs/1/cancel", "there is no run 1"],
    ] as const) {
      it(`refuse ${path}`, async () => {
        const reply = await send(emulator.url, { method: "POST", path: `/_emulator${path}` });
        expect(errorOf(reply)).to.include({ status: 400, details: `${details}.` });
      });
    }

    it("that have ended cannot be canceled", async () => {
      const run = await emulator.admin.runPipeline(7);
      await emulator.admin.cancelRun(run);
      const failure = await emulator.admin.cancelRun(run).catch((error: unknown) => error);
      expect(failure).to.have.property("message").that.contains("has ended: canceled");
    });
  });

  it("closes with the emulator although pages listen", async () => {
    const stream = await listen();
    await emulator.close();
    await stream.closed;
    emulator = await createEmulator();
  });

  it("leaves a signed request to the root to the service", async () => {
    const call = { method: "GET", path: "/" };
    const reply = await send(emulator.url, { ...call, headers: signedHeaders(call, emulator, String(Date.now())) });
    expect(reply.status).to.equal(404);
  });
});
