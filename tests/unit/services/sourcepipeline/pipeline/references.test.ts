import { expect } from "chai";
import { formatProblem } from "../../../../../provider/core/validation/problem.ts";
import { checkReferences } from "../../../../../provider/services/sourcepipeline/pipeline/references/check-references.ts";
import { gatherLists } from "../../../../../provider/services/sourcepipeline/pipeline/references/gather-lists.ts";
import { unknownValue } from "../../../../../provider/core/validation/unknown.ts";
import { fakeAccount } from "./account.ts";

const build = (projectId: unknown = 20632, rest: object = {}) => ({
  name: "build",
  type: "SourceBuild",
  projectId,
  ...rest,
});
const deploy = (rest: object = {}) => ({
  name: "deploy",
  type: "SourceDeploy",
  projectId: 12920,
  stageId: 14147,
  scenarioId: 21003,
  linkedTasks: ["build"],
  ...rest,
});
const push = (name: unknown, branch: unknown = "main") => ({ triggers: { repositories: [{ name, branch }] } });

async function reported(inputs: object, { ask } = fakeAccount()): Promise<string[]> {
  return checkReferences(inputs, await gatherLists(inputs, ask)).map(formatProblem);
}

describe("the lists that the checks need", () => {
  it("are asked for once each, in as few rounds as they allow, and no others", async () => {
    const { ask, asked } = fakeAccount();
    const inputs = {
      name: "shop",
      tasks: [build(), build(20633), build(20632, { branch: "develop" }), deploy(), deploy()],
      triggers: {
        repositories: [
          { name: "shop-api", branch: "main" },
          { name: "shop-api", branch: "develop" },
        ],
      },
    };
    await gatherLists(inputs, ask);
    expect(asked).to.deep.equal([
      "buildProjects",
      "deployProjects",
      "repositories",
      "branches shop-api",
      "deployStages 12920",
      "deployScenarios 12920 14147",
    ]);
  });

  it("are none for what refers to nothing, and none for what is not known", async () => {
    const { ask, asked } = fakeAccount();
    await gatherLists({ name: "shop", tasks: [] }, ask);
    const unknown = { tasks: [build(unknownValue), { type: unknownValue }, unknownValue], ...push(unknownValue) };
    await gatherLists(unknown, ask);
    await gatherLists(unknownValue, ask);
    expect(asked).to.deep.equal([]);
  });

  it("are none behind a mistake", async () => {
    const { ask, asked } = fakeAccount();
    await gatherLists({ tasks: [deploy({ projectId: 1 })], ...push("nowhere") }, ask);
    expect(asked).to.deep.equal(["deployProjects", "repositories"]);
  });
});

describe("what a pipeline refers to", () => {
  const cases: [what: string, inputs: object, ...messages: string[]][] = [
    ["everything is there", { tasks: [build(), deploy()], ...push("shop-api") }],
    ["a decimal string", { tasks: [build("20632")] }],
    [
      "a build project",
      { tasks: [build(20639)] },
      'tasks[0].projectId: SourceBuild project 20639 does not exist. Did you mean "shop-api" (id 20632), "shop-web" (id 20633), "mobile" (id 20634)? [NCSP401]',
    ],
    [
      "a branch of a build project's repository",
      { tasks: [build(20632, { branch: "mian" })] },
      'tasks[0].branch: Branch "mian" does not exist in repository "shop-api". Did you mean "main"? [NCSP402]',
    ],
    [
      "a branch in a repository without a first push",
      { tasks: [build(20636, { branch: "main" })], ...push("fresh") },
      'tasks[0].branch: Branch "main" does not exist in repository "fresh": nothing was pushed there yet. Push the branch before the pipeline runs: until then there is nothing to build. [NCSP407]',
      'triggers.repositories[0].branch: Branch "main" does not exist in repository "fresh": nothing was pushed there yet. Push the branch: until then nothing starts the pipeline. [NCSP305]',
    ],
    ["a branch that cannot be looked up", { tasks: [build(20634, { branch: "x" }), build(20635, { branch: "x" })] }],
    [
      "a deploy project",
      { tasks: [deploy({ projectId: 7 })] },
      'tasks[0].projectId: SourceDeploy project 7 does not exist. Existing: "shop" (id 12920). [NCSP403]',
    ],
    [
      "a stage of the project",
      { tasks: [build(), deploy({ stageId: 14149 })] },
      'tasks[1].stageId: Stage 14149 does not exist in SourceDeploy project 12920. Did you mean "dev" (id 14146), "prod" (id 14147)? [NCSP404]',
    ],
    [
      "a scenario of another stage",
      { tasks: [build(), deploy({ scenarioId: 21001 })] },
      'tasks[1].scenarioId: Scenario 21001 does not exist in stage 14147 of SourceDeploy project 12920. Did you mean "rolling" (id 21003), "manifests" (id 21005)? [NCSP405]',
    ],
    [
      "a repository",
      { tasks: [build()], ...push("shop-apy") },
      'triggers.repositories[0].name: SourceCommit repository "shop-apy" does not exist. Did you mean "shop-api", "shop-web"? [NCSP301]',
    ],
    [
      "a zone",
      {
        triggers: {
          schedules: [
            { timeZone: "Asia/Seoul" },
            { timeZone: "Asia/Seoul (UTC+09:00)" },
            { timeZone: "Asia/Seoul (UTC+08:30)" },
            { timeZone: "ROK" },
            { timeZone: "Asia/Seul (UTC+09:00)" },
            { timeZone: "Asia/Pyongyang" },
            { timeZone: "Asia/Pyongyang (UTC+09:00)" },
          ],
        },
      },
      'triggers.schedules[4].timeZone: The service does not offer the time zone "Asia/Seul (UTC+09:00)". Did you mean "Asia/Seoul"? [NCSP205]',
      'triggers.schedules[5].timeZone: The service does not offer the time zone "Asia/Pyongyang". These have the same offset all year: "Asia/Seoul". [NCSP205]',
      'triggers.schedules[6].timeZone: The service does not offer the time zone "Asia/Pyongyang (UTC+09:00)". These have the same offset all year: "Asia/Seoul". [NCSP205]',
    ],
    [
      "a zone that cannot exist, which is reported without the list",
      { triggers: { schedules: [{ timeZone: "Asia/Seol" }, { timeZone: "KST" }] } },
    ],
    [
      "a pipeline, and itself",
      { name: "shop", triggers: { pipelines: [{ id: 2002 }, { id: 2009 }, { id: "2001" }] } },
      'triggers.pipelines[1].id: Pipeline 2009 does not exist. Did you mean "shop" (id 2001), "base" (id 2002)? [NCSP312]',
      'triggers.pipelines[2].id: Pipeline "shop" (id 2001) starts itself. Remove the trigger; otherwise the pipeline runs without end. [NCSP311]',
    ],
  ];
  for (const [what, inputs, ...messages] of cases) {
    it(what, async () => expect(await reported(inputs)).to.deep.equal(messages));
  }
});

describe("a repository without a first push", () => {
  it("is a warning, and hides nothing else about its trigger", async () => {
    const inputs = { tasks: [build(20632)], ...push("fresh") };
    const problems = checkReferences(inputs, await gatherLists(inputs, fakeAccount().ask));
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).to.deep.equal([
      "NCSP305 warning",
      "NCSP303 warning",
    ]);
  });

  it("differs from any other empty list", async () => {
    const nothing = { ask: async () => [], asked: [] };
    expect((await reported({ tasks: [build()], ...push("shop-api") }, nothing)).join("\n")).to.equal(
      "tasks[0].projectId: SourceBuild project 20632 does not exist. The list is empty: check region, account and the key's permissions. [NCSP401]\n" +
        `triggers.repositories[0].name: SourceCommit repository "shop-api" does not exist. The list is empty: check region, account and the key's permissions. [NCSP301]`,
    );
  });
});

describe("what is deployed", () => {
  const missing =
    'tasks[1].linkedTasks: Scenario "rolling" deploys the artifact of SourceBuild project "shop-api", but no task before "deploy" builds it.';

  it("must have been built by a task before, however far", async () => {
    const test = { ...build(20633), name: "test", linkedTasks: ["build"] };
    expect(await reported({ tasks: [build(), test, deploy({ linkedTasks: ["test"] })] })).to.deep.equal([]);
  });

  it("is reported with the task that builds it, where there is one", async () => {
    expect(await reported({ tasks: [build(), deploy({ linkedTasks: [] })] })).to.deep.equal([
      `${missing} Add "build", which builds it, to its linkedTasks. [NCSP406]`,
    ]);
    expect(await reported({ tasks: [build(20633), deploy()] })).to.deep.equal([
      `${missing} Link it to a task that builds the project; otherwise it deploys an older artifact. [NCSP406]`,
    ]);
  });

  it("is no concern of a scenario that takes something else", async () => {
    expect(await reported({ tasks: [deploy({ scenarioId: 21005, linkedTasks: [] })] })).to.deep.equal([]);
  });

  const unsure: [what: string, tasks: unknown[]][] = [
    ["the project of a task before is not known", [build(unknownValue), deploy()]],
    ["the kind of a task before is not known", [{ name: "build", type: unknownValue }, deploy()]],
    ["a link is not known", [build(20633), deploy({ linkedTasks: ["build", unknownValue] })]],
    ["a link leads nowhere", [build(20633), deploy({ linkedTasks: ["biuld"] })]],
  ];
  for (const [what, tasks] of unsure) {
    it(`is not reported while ${what}`, async () =>
      expect((await reported({ tasks })).join()).to.not.include("NCSP406"));
  }
});

describe("a push to a branch that no task builds", () => {
  it("is a warning", async () => {
    const inputs = { tasks: [build()], ...push("shop-api", "develop") };
    const [problem] = checkReferences(inputs, await gatherLists(inputs, fakeAccount().ask));
    expect(problem).to.include({ code: "NCSP303", severity: "warning", path: "triggers.repositories[0]" });
  });

  it("names each project that is built once, however many tasks build it", async () => {
    const again = { name: "again", linkedTasks: ["build"] };
    const inputs = {
      tasks: [build(), build(20632, again), build(20632, { ...again, branch: "main" }), build(20633)],
      ...push("shop-api", "develop"),
    };
    expect(await reported(inputs)).to.deep.equal([
      'triggers.repositories[0]: No task builds branch "develop" of repository "shop-api": ' +
        '"shop-api" builds "main" of "shop-api", "shop-web" builds "main" of "shop-web". ' +
        "Watch the branch that is built, or build the branch that is watched. [NCSP303]",
    ]);
  });

  const fine: [what: string, inputs: object][] = [
    ["a task names the branch", { tasks: [build(20632, { branch: "develop" })], ...push("shop-api", "develop") }],
    [
      "a task's branch is not known",
      { tasks: [build(20632, { branch: unknownValue })], ...push("shop-api", "develop") },
    ],
    ["a task's project is not known", { tasks: [build(unknownValue)], ...push("shop-api", "develop") }],
    [
      "another task's project is not known",
      { tasks: [build(20633), build(unknownValue)], ...push("shop-api", "develop") },
    ],
    ["a task's project does not tell what it builds", { tasks: [build(20635)], ...push("shop-api", "develop") }],
    ["nothing is built", { tasks: [deploy({ scenarioId: 21005 })], ...push("shop-api", "develop") }],
    [
      "manifests are deployed",
      { tasks: [build(20633), deploy({ scenarioId: 21005 })], ...push("shop-api", "develop") },
    ],
    ["a task is not known", { tasks: [build(20633), unknownValue], ...push("shop-api", "develop") }],
    ["the branch is not known", { tasks: [build()], ...push("shop-api", unknownValue) }],
  ];
  for (const [what, inputs] of fine) {
    it(`is not reported when ${what}`, async () => expect((await reported(inputs)).join()).to.not.include("NCSP303"));
  }
});

describe("a list that cannot be read", () => {
  it("is one warning, and hides nothing else", async () => {
    const account = fakeAccount({ buildProjects: "Permission Denied (401/210)." });
    const inputs = { tasks: [build(1), build(2), deploy({ stageId: 1, linkedTasks: [] })], ...push("shop-web") };
    expect(await reported(inputs, account)).to.deep.equal([
      'tasks[2].stageId: Stage 1 does not exist in SourceDeploy project 12920. Existing: "dev" (id 14146), "prod" (id 14147). [NCSP404]',
      "The SourceBuild projects cannot be read: Permission Denied (401/210). The rest was checked. Give the key the permission to view them, or check again later. [NCSP901]",
    ]);
  });

  it("has the same words for every pipeline", async () => {
    const account = fakeAccount({ deployScenarios: "Offline.", branches: "Offline." });
    const inputs = { tasks: [build(), deploy()], ...push("shop-web") };
    expect(await reported(inputs, account)).to.deep.equal([
      'The branches of repository "shop-web" cannot be read: Offline. The rest was checked. Give the key the permission to view them, or check again later. [NCSP901]',
      "The scenarios of stage 14147 of SourceDeploy project 12920 cannot be read: Offline. The rest was checked. Give the key the permission to view them, or check again later. [NCSP901]",
    ]);
  });

  it("that was not asked for is no matter", () => {
    const inputs = { tasks: [build(1), deploy({ stageId: 1 })], ...push("nowhere") };
    expect(checkReferences(inputs, { followed: [], lists: [] })).to.deep.equal([]);
  });
});
