import { expect } from "chai";
import { check, useService } from "./use-service.ts";

describe("a service that ends its lists after 20 entries", () => {
  const under = useService();

  beforeEach(() => {
    under.settings({ listCap: 20 });
    const { state } = under.service;
    for (let index = 0; index < 60; index++) {
      const source = { type: "SourceCommit", repository: "shop-api", branch: "main" };
      state.buildProjects.set({ id: 70_000 + index, name: `project-${String(index)}`, source });
    }
  });

  const failuresOf = async (projectId: number): Promise<string[]> => {
    const tasks = [{ name: "build", type: "SourceBuild", projectId }];
    const { failures } = await check({}, { name: "shop", tasks, __provider: "provider" }, under.process().host);
    return failures.map(({ reason }) => reason);
  };
  const pages = (): number => under.calls().filter((name) => name === "getBuildProjects").length;

  it("has a build project of the last page, at no more calls than pages", async () => {
    under.calls();
    expect(await failuresOf(70_059)).to.deep.equal([]);
    expect(pages()).to.equal(1);
    // Lists are newest first, and two of the sample are older than the sixty.
    expect(await failuresOf(70_030)).to.deep.equal([]);
    expect(pages()).to.equal(2);
    expect(await failuresOf(20632)).to.deep.equal([]);
    expect(pages()).to.equal(4);
  });

  it("lacks a build project only when no page has it", async () => {
    expect((await failuresOf(99_999)).join()).to.contain("NCSP401");
  });

  it("has what a pipeline names that still waits for another list, while one beside it reads on", async () => {
    const { host } = under.process();
    // The stages come late, after a second try.
    under.fault({ operation: "getDeployStages", status: 500, times: 1 });
    const build = { name: "build", type: "SourceBuild" };
    const deploy = { name: "deploy", type: "SourceDeploy", projectId: 12920, stageId: 14146, scenarioId: 21001 };
    const programs = [
      [
        { ...build, projectId: 20632 },
        { ...deploy, linkedTasks: ["build"] },
      ],
      [{ ...build, projectId: 20633 }],
    ];
    const checks = programs.map((tasks, index) => {
      const context = { dryRun: true };
      return check({}, { name: `shop-${String(index)}`, tasks, __provider: "provider", __context: context }, host);
    });
    for (const { failures } of await Promise.all(checks)) expect(failures).to.deep.equal([]);
  });

  it("has a build project that moves to the page before, because another one is deleted meanwhile", async () => {
    const { state } = under.service;
    under.onRequest(() => {
      if (under.service.requests.some(({ path }) => path.includes("pageNo=3"))) return;
      if (under.service.requests.some(({ path }) => path.includes("sourcebuild"))) {
        state.buildProjects.delete(state.buildProjects.values().at(-1)!.id);
      }
    });
    // The first one of the second page, and later the last one of the first.
    expect(await failuresOf(70_039)).to.deep.equal([]);
  });
});
