import { expect } from "chai";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { createEmulator, type Emulator, type Seed } from "../../emulator/index.ts";
import { send, signedHeaders } from "../contract/emulator/support/signed-call.ts";
import { startBrowser, type OpenPage, type TestBrowser } from "./support/browser.ts";

const hostile = `<img src=x onerror="document.title='broken'"><script>document.title='broken'</script>`;

const build = (name: string, linkedTasks: string[] = []) => ({
  name,
  type: "SourceBuild",
  config: { projectId: 20632 },
  linkedTasks,
});

const seed: Seed = {
  permissions: [{ accessKey: "DEPLOY-KEY", secretKey: "OPENS-NOTHING" }],
  repositories: [{ name: "shop-api", branches: ["main", "develop"] }],
  buildProjects: [{ id: 20632, name: "shop-api", source: { repository: "shop-api", branch: "main" } }],
  pipelines: [
    {
      id: 1,
      name: "base",
      description: hostile,
      tasks: [build("image")],
      trigger: {
        schedule: [
          {
            day: ["MON", "TUE", "WED", "THU", "FRI"],
            time: "03:30",
            timeZone: "Asia/Seoul (UTC+09:00)",
            scheduleOnlyWithChange: false,
          },
        ],
      },
    },
    {
      id: 2,
      name: "shop",
      tasks: [build("build"), build("test", ["build"]), build("publish", ["test", "build"])],
      trigger: {
        repository: [{ type: "sourcecommit", name: "shop-api", branch: "main" }],
        sourcepipeline: [{ id: 1 }],
      },
    },
  ],
};

describe("console page in a browser", function () {
  this.timeout(180_000);

  let browser: TestBrowser;
  let emulator: Emulator;
  let opened: OpenPage;
  let page: Page;

  before(async () => (browser = await startBrowser()));
  after(() => browser.close());
  beforeEach(async () => {
    emulator = await createEmulator({ seed, time: "2026-03-02T00:00:00Z", speed: 0 });
    opened = await browser.open(emulator.url);
    ({ page } = opened);
    await text("#connection", "live");
  });
  afterEach(async () => {
    await page.close();
    await emulator.close();
  });

  /** Waits until an element shows a text. */
  const text = (selector: string, expected: string) =>
    page.waitForFunction(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].some((found) =>
        found.textContent.includes(${JSON.stringify(expected)}))`,
    );
  const button = (name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`);
  const evaluate = (expression: string): Promise<unknown> => page.evaluate(expression);
  const signed = (method: string, path: string, signedPath = path) =>
    send(emulator.url, {
      method,
      path,
      headers: signedHeaders({ method, path: signedPath }, emulator, String(Date.now())),
    });

  it("shows the pipelines with their graphs, and nothing goes wrong", async () => {
    await text("#pipeline-1 h3", "base");
    await text("#pipeline-1 .graph .trigger", "Mon–Fri 03:30");
    await text("#pipeline-2 .graph .trigger", "push to main");
    expect(await evaluate("document.querySelectorAll('#pipeline-2 .graph .task').length")).to.equal(3);
    expect(await evaluate("document.querySelector('#pipeline-2 .graph a').getAttribute('href')")).to.equal(
      "#pipeline-1",
    );
    expect(opened.problems).to.deep.equal([]);
  });

  it("runs a pipeline to its end as the clock is advanced", async () => {
    await button("Run shop").click();
    await text("#pipeline-2 .run .status", "in progress");
    await page.waitForSelector('#pipeline-2 .task[data-status="inProgress"]');
    await button("+1 min").click();
    await text("#pipeline-2 .run .status", "success");
    await text("#time", "2026-03-02 00:01:00");
    expect(await evaluate(`document.querySelectorAll('#pipeline-2 .task[data-status="success"]').length`)).to.equal(3);
  });

  it("cancels a run, and shows an earlier one on demand", async () => {
    const first = await emulator.admin.runPipeline(2);
    await emulator.admin.advanceClock(60_000);
    const second = await emulator.admin.runPipeline(2);
    await button(`Cancel run ${second}`).click();
    await text("#pipeline-2 .run .status", "canceled");
    await page.waitForSelector('#pipeline-2 .task[data-status="canceled"]');
    await button(`Show run ${first} in the graph`).click();
    await page.waitForSelector('#pipeline-2 .task[data-status="success"]');
  });

  it("goes to the next schedule, which starts a run and then the pipeline behind it", async () => {
    await page.waitForSelector("#next-schedule:not(:disabled)");
    await page.locator("#next-schedule").click();
    await text("#time", "Mon 2026-03-02 18:30:00");
    await text("#pipeline-1 .run .cause", "schedule");
    await button("+1 min").click();
    await text("#pipeline-2 .run .cause", "pipeline base");
  });

  it("shows who started a run: a person here, a call, or a call with another key", async () => {
    await button("Run shop").click();
    await text("#pipeline-2 .run .cause", "by hand");
    const path = "/api/v1/project/2/do";
    expect((await signed("POST", path)).status).to.equal(200);
    const other = { accessKey: "DEPLOY-KEY", secretKey: "OPENS-NOTHING" };
    const headers = signedHeaders({ method: "POST", path }, other, String(Date.now()));
    expect((await send(emulator.url, { method: "POST", path, headers })).status).to.equal(200);
    await text("#pipeline-2 .run .cause", "API, DEPLOY-KEY");
    const shown = await evaluate(
      `[...document.querySelectorAll("#pipeline-2 .run .cause")].map(({ textContent, title }) => [textContent, title])`,
    );
    expect(shown).to.have.deep.members([
      ["by hand", "console, console"],
      ["API", "console, emulator"],
      ["API, DEPLOY-KEY", "console, DEPLOY-KEY"],
    ]);
  });

  it("pushes to a branch", async () => {
    await page.locator("#push input").fill("main");
    await button("Push").click();
    await text("#notice", "Pushed. Started: shop.");
    await text("#pipeline-2 .run .cause", "push");
  });

  it("shows the builds that a run starts, and the repositories with their branches", async () => {
    await text("#repository-list li", "shop-apimain, develop");
    await emulator.admin.runPipeline(2);
    await text("#execution-list .execution strong", "shop-api");
    await text("#execution-list .execution .status", "prepare");
    await emulator.admin.advanceClock(60_000);
    await text("#execution-list .execution .status", "success");
    expect(await evaluate("document.querySelectorAll('#execution-list .execution').length")).to.equal(3);
    await emulator.admin.push("shop-api", "feature");
    await text("#repository-list li", "shop-apimain, develop, feature");
  });

  it("shows what the emulator says when something cannot be done", async () => {
    await page.locator("#push input").fill("feature/new");
    await button("Push").click();
    await text("#notice", "Pushed. No pipeline waits for shop-api, feature/new.");
    const state = await emulator.admin.readState();
    await emulator.admin.writeState({ ...state, pipelines: [] });
    await text("#no-pipelines", `pulumi config set ncloud:endpoint ${emulator.url}`);
  });

  it("shows requests with the verdicts on their signatures", async () => {
    await signed("GET", "/api/v1/project");
    await text(".request .verdict", "signed");
    await signed("GET", "/api/v1/project?projectName=shop", "/api/v1/project");
    await text(".request .verdict", "refused");
    expect(await evaluate("document.querySelector('.request summary pre, .request details').open")).to.equal(false);
    await page.locator(".request summary").click();
    await text(".problem", "The client signed the path without the query.");
    await text(".problem pre", "GET /api/v1/project?projectName=shop↵");
    expect(await evaluate("document.querySelector('.problem pre mark').textContent")).to.equal("?");
    await button("Clear").click();
    await text("#no-requests", "No requests yet.");
  });

  it("adds and removes faults", async () => {
    await page.locator("#fault-panel summary").click();
    await page.locator("#add-fault select[name=operation]").fill("getProjects");
    await page.locator("#add-fault input[name=times]").fill("1");
    await button("Add fault").click();
    await text("#fault-list", "fired 0 of 1");
    expect((await signed("GET", "/api/v1/project")).status).to.equal(503);
    await text("#fault-list", "fired 1 of 1");
    await text(".request .fault", "respond before");
    await button("Remove all").click();
    await page.waitForFunction("document.querySelectorAll('#fault-list li').length === 0");
    expect(await emulator.admin.listFaults()).to.deep.equal([]);
  });

  it("resets after a question", async () => {
    await button("Run shop").click();
    await text("#pipeline-2 .run .status", "in progress");
    await button("Reset…").click();
    await button("Reset").click();
    await page.waitForFunction("document.querySelectorAll('.run').length === 0");
    expect((await emulator.admin.readState()).runs).to.deep.equal([]);
  });

  it("shows hostile texts as texts", async () => {
    const state = await emulator.admin.readState();
    await emulator.admin.writeState({ ...state, repositories: [{ name: hostile, branches: [hostile] }] });
    await signed("GET", `/${encodeURI(hostile)}`);
    await send(emulator.url, { method: "GET", path: "/x", headers: { "x-ncp-iam-access-key": hostile } });
    await text("#pipeline-1 .description", "<img src=x");
    await text("#push select option", "<script>");
    await text(".request .path", "/x");
    expect(await evaluate("document.querySelectorAll('main img, main script').length")).to.equal(0);
    expect(await page.title()).to.equal("SourcePipeline emulator");
    expect(opened.problems).to.deep.equal([]);
  });

  it("comes back when the emulator does", async () => {
    const port = Number(new URL(emulator.url).port);
    await emulator.close();
    await text("#connection", "not connected");
    emulator = await createEmulator({ port, speed: 0 });
    await text("#connection", "live");
    await page.waitForFunction("document.querySelectorAll('.card').length === 0");
  });

  it("keeps the keyboard where it is while runs move", async () => {
    await page.locator("#pipeline-2 header button").wait();
    await evaluate("document.querySelector('#pipeline-2 header button').focus()");
    await page.keyboard.press("Enter");
    await text("#pipeline-2 .run .status", "in progress");
    await emulator.admin.advanceClock(60_000);
    await text("#pipeline-2 .run .status", "success");
    expect(await evaluate("document.activeElement.getAttribute('aria-label')")).to.equal("Run shop");
  });

  it("fits a narrow screen", async () => {
    await page.setViewport({ width: 420, height: 800 });
    await text("#pipeline-2 h3", "shop");
    expect(await evaluate("document.documentElement.scrollWidth")).to.equal(420);
  });

  it("is not to be changed by a page of another origin", async () => {
    const server = createServer((_request, response) => response.end("<!doctype html><title>elsewhere</title>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const elsewhere = await browser.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const push = JSON.stringify({ repository: "shop-api", branch: "foreign" });
    const options = `{ method: "POST", mode: "no-cors", body: ${JSON.stringify(push)} }`;
    await elsewhere.page.evaluate(`fetch("${emulator.url}/_emulator/push", ${options}).catch(() => undefined)`);
    await elsewhere.page.close();
    server.close();
    expect((await emulator.admin.readState()).repositories).to.deep.nested.property("[0].branches", [
      "main",
      "develop",
    ]);
    expect(elsewhere.problems).to.include(`${emulator.url}/_emulator/push answered 403`);
  });

  describe("layout of a graph", () => {
    const tasks = (links: Record<string, string[]>) =>
      Object.entries(links).map(([name, linkedTasks]) => ({ name, linkedTasks }));
    const layers = (links: Record<string, string[]>) =>
      evaluate(`import("/_emulator/console/graph-layout.js").then(({ layersOf }) =>
        layersOf(${JSON.stringify(tasks(links))}).map((layer) => layer.map(({ name, task }) => task ? name : "via " + name)))`);

    const cases: [string, Record<string, string[]>, string[][]][] = [
      ["a diamond", { a: [], b: ["a"], c: ["a"], d: ["b", "c"] }, [["a"], ["b", "c"], ["d"]]],
      ["an edge past a layer", { a: [], b: ["a"], c: ["a", "b"] }, [["a"], ["b", "via a"], ["c"]]],
      [
        "crossing edges",
        { a: [], b: [], c: ["b"], d: ["a"] },
        [
          ["a", "b"],
          ["d", "c"],
        ],
      ],
      ["an unknown link", { a: ["gone"] }, [["a"]]],
    ];
    for (const [what, links, expected] of cases) {
      it(`knows ${what}`, async () => expect(await layers(links)).to.deep.equal(expected));
    }

    it("survives tasks that wait for each other", async () => {
      expect(((await layers({ a: ["b"], b: ["a"], c: ["c"] })) as string[][]).flat()).to.include.members([
        "a",
        "b",
        "c",
      ]);
    });
  });

  it("is in the package as it is here", () => {
    const files = (folder: string) =>
      readdirSync(new URL(`../../${folder}`, import.meta.url)).filter((name) => !name.endsWith(".json"));
    expect(files("dist/emulator/console/page")).to.have.members(files("emulator/console/page"));
  });
});
