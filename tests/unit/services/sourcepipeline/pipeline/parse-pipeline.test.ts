import { expect } from "chai";
import { parsePipeline } from "../../../../../provider/services/sourcepipeline/pipeline/parse-pipeline.ts";
import { formatProblem, isError } from "../../../../../provider/core/validation/problem.ts";
import { unknownValue } from "../../../../../provider/core/validation/unknown.ts";

const build = { name: "build", type: "SourceBuild", projectId: 20632 };
const deploy = { name: "deploy", type: "SourceDeploy", projectId: 12920, stageId: 14147, scenarioId: 21003 };
const schedule = { days: ["MON"], time: "03:30", timeZone: "Asia/Seoul" };
const good = { name: "shop", tasks: [build] };

const withTask = (change: object) => ({ ...good, tasks: [{ ...build, ...change }] });
const withSchedule = (change: object) => ({ ...good, triggers: { schedules: [{ ...schedule, ...change }] } });

describe("the canonical form", () => {
  const cases: [what: string, given: unknown, canonical: unknown][] = [
    ["a pipeline that is in it", good, good],
    ["ids as decimal strings become numbers", withTask({ projectId: "20632" }), good],
    ["what is null or undefined is left out", { ...good, description: null, triggers: undefined }, good],
    ["an empty description stays", { ...good, description: "" }, { ...good, description: "" }],
    [
      "ids of triggers, too",
      { ...good, triggers: { pipelines: [{ id: "7" }] } },
      { ...good, triggers: { pipelines: [{ id: 7 }] } },
    ],
    [
      "orders and spellings stay",
      withSchedule({ days: ["FRI", "MON"], timeZone: "Asia/Seoul (UTC+09:00)" }),
      withSchedule({ days: ["FRI", "MON"], timeZone: "Asia/Seoul (UTC+09:00)" }),
    ],
    [
      "what is unknown stays",
      withTask({ name: unknownValue, projectId: unknownValue, linkedTasks: unknownValue }),
      withTask({ name: unknownValue, projectId: unknownValue, linkedTasks: unknownValue }),
    ],
    [
      "a task of an unknown kind stays",
      { ...good, tasks: [{ type: unknownValue, other: 7 }, unknownValue] },
      { ...good, tasks: [{ type: unknownValue, other: 7 }, unknownValue] },
    ],
    ["a pipeline of which nothing is known", unknownValue, unknownValue],
  ];
  for (const [what, given, canonical] of cases) {
    it(what, () => {
      expect(parsePipeline(given)).to.deep.equal({ value: canonical, problems: [] });
    });
  }
});

describe("the rules of shape", () => {
  const long = "a".repeat(51);
  const cases: [given: unknown, ...messages: string[]][] = [
    [7, '"name", "description", "tasks", "triggers"'],
    [
      { ...good, labels: [] },
      'labels: Unknown property "labels". Expected one of "name", "description", "tasks", "triggers". [NCSP001]',
    ],
    [{ ...good, trigger: {} }, 'trigger: Unknown property "trigger". Did you mean "triggers"? [NCSP001]'],
    [
      withTask({ linkedTask: [] }),
      'tasks[0].linkedTask: Unknown property "linkedTask". Did you mean "linkedTasks"? [NCSP001]',
    ],
    [
      withTask({ linkedTask: null }),
      'tasks[0].linkedTask: Unknown property "linkedTask". Did you mean "linkedTasks"? [NCSP001]',
    ],
    [{ ...good, description: 7 }, "description: Expected a string, got 7. Give a value of that type. [NCSP002]"],
    [{ ...good, tasks: build }, "tasks: Expected a list, got an object. Put it in [ ]. [NCSP002]"],
    [
      { ...good, tasks: ["build"] },
      'tasks[0]: Expected a task, got a string. A task needs "type": "SourceBuild", "SourceDeploy". [NCSP002]',
    ],
    [
      { ...good, triggers: [] },
      'triggers: Expected an object of triggers, got a list. An object of triggers has the properties "repositories", "schedules", "pipelines". [NCSP002]',
    ],
    [
      { ...good, triggers: { schedules: [7] } },
      'triggers.schedules[0]: Expected a schedule, got a number. A schedule has the properties "days", "time", "timeZone", "onlyWithChange". [NCSP002]',
    ],
    [
      withSchedule({ onlyWithChange: "yes" }),
      'triggers.schedules[0].onlyWithChange: Expected a boolean, got "yes". Give true or false. [NCSP002]',
    ],
    [
      {},
      'name: Required property "name" is missing. A pipeline needs it. [NCSP003]',
      'tasks: Required property "tasks" is missing. A pipeline needs it. [NCSP003]',
    ],
    [
      withTask({ type: undefined }),
      'tasks[0].type: Required property "type" is missing. A task needs "type": "SourceBuild", "SourceDeploy". [NCSP003]',
    ],
    [
      withTask({ type: null }),
      'tasks[0].type: Required property "type" is missing. A task needs "type": "SourceBuild", "SourceDeploy". [NCSP003]',
    ],
    [
      { ...good, tasks: [{ ...deploy, stageId: undefined }] },
      'tasks[0].stageId: Required property "stageId" is missing. A SourceDeploy task needs it. [NCSP003]',
    ],
    [
      withTask({ branch: "" }),
      'tasks[0].branch: Expected a string that is not empty, got "". Give the name of a branch, or leave it out. [NCSP003]',
    ],
    [
      { ...good, triggers: { repositories: [{ name: "shop-api" }] } },
      'triggers.repositories[0].branch: Required property "branch" is missing. A repository trigger needs it. [NCSP003]',
    ],
    [
      { ...good, triggers: { pipelines: [{}] } },
      'triggers.pipelines[0].id: Required property "id" is missing. A pipeline trigger needs it. [NCSP003]',
    ],
    [
      { ...good, name: "" },
      'name: "" is not a valid name. Use 1 to 30 English letters, digits, "-" and "_". [NCSP101]',
    ],
    [
      { ...good, name: "shop\n" },
      'name: "shop\\n" is not a valid name. Use 1 to 30 English letters, digits, "-" and "_". [NCSP101]',
    ],
    [
      { ...good, name: "a".repeat(31) },
      `name: "${"a".repeat(31)}" is not a valid name (31 characters). Use 1 to 30 English letters, digits, "-" and "_". [NCSP101]`,
    ],
    [
      { ...good, description: "d".repeat(501) },
      "description: The string has 501 characters. Shorten it to 500. [NCSP102]",
    ],
    [{ ...good, tasks: [] }, "tasks: The list of tasks is empty. Add at least one task. [NCSP103]"],
    [
      withTask({ name: long }),
      `tasks[0].name: "${long}" is not a valid name (51 characters). Use 1 to 50 English letters, digits, "-" and "_". [NCSP104]`,
    ],
    [
      withTask({ linkedTasks: ["a b"] }),
      'tasks[0].linkedTasks[0]: "a b" is not a valid name. Use 1 to 50 English letters, digits, "-" and "_". [NCSP104]',
    ],
    [
      withTask({ type: "sourceBuild" }),
      'tasks[0].type: Unknown value "sourceBuild". Did you mean "SourceBuild"? [NCSP105]',
    ],
    [
      withTask({ type: 7 }),
      'tasks[0].type: Expected a string, got 7. Expected one of "SourceBuild", "SourceDeploy". [NCSP105]',
    ],
    ...[
      [0, "0"],
      [-1, "-1"],
      [1.5, "1.5"],
      [NaN, "NaN"],
      ["1.0", '"1.0"'],
      [" 7", '" 7"'],
      [2 ** 53, "9007199254740992"],
      [{}, "an object"],
      [[7], "a list"],
      [() => 7, "a function"],
      [7n, "a bigint"],
      [Symbol("id"), "a symbol"],
      ["x".repeat(90), `"${"x".repeat(56)}...`],
    ].map(([projectId, shown]): [unknown, string] => [
      withTask({ projectId }),
      `tasks[0].projectId: Expected an id, got ${shown as string}. Give a number, as getBuildProjectOutput({ name: "…" }).id is. [NCSP106]`,
    ]),
    [
      withTask({ projectId: "결제-api" }),
      'tasks[0].projectId: Expected an id, got "결제-api". Give a number, as getBuildProjectOutput({ name: "결제-api" }).id is. [NCSP106]',
    ],
    ...[
      ["projectId", 'project: "shop", stage: "…", name: "…" }).projectId'],
      ["stageId", 'project: "…", stage: "shop", name: "…" }).stageId'],
      ["scenarioId", 'project: "…", stage: "…", name: "shop" }).id'],
    ].map(([key = "", call = ""]): [unknown, string] => [
      { ...good, tasks: [{ ...deploy, [key]: "shop" }] },
      `tasks[0].${key}: Expected an id, got "shop". Give a number, as getDeployScenarioOutput({ ${call} is. [NCSP106]`,
    ]),
    [
      { ...good, triggers: { pipelines: [{ id: "shop" }] } },
      'triggers.pipelines[0].id: Expected an id, got "shop". Give a number, as getPipelineOutput({ name: "shop" }).id is. [NCSP106]',
    ],
    [
      withSchedule({ timeZone: "" }),
      'triggers.schedules[0].timeZone: Expected a string that is not empty, got "". Use a zone that getTimeZones() lists, with or without its offset. [NCSP003]',
    ],
    [
      { ...good, triggers: { repositories: [{ name: "", branch: "" }] } },
      'triggers.repositories[0].name: Expected a string that is not empty, got "". Give the name of a SourceCommit repository. [NCSP003]',
      'triggers.repositories[0].branch: Expected a string that is not empty, got "". Give the name of a branch. [NCSP003]',
    ],
    [
      withSchedule({ days: ["MO"] }),
      'triggers.schedules[0].days[0]: Unknown value "MO". Did you mean "MON"? [NCSP201]',
    ],
    [
      withSchedule({ days: ["monday"] }),
      'triggers.schedules[0].days[0]: Unknown value "monday". Did you mean "MON"? [NCSP201]',
    ],
    ...["3:30", "24:00", "03:60", "0330", "", 330].map((time): [unknown, string] => [
      withSchedule({ time }),
      `triggers.schedules[0].time: Expected a time of day, got ${JSON.stringify(time)}. Write it as HH:mm, from "00:00" to "23:59". [NCSP202]`,
    ]),
    [
      withSchedule({ days: [] }),
      'triggers.schedules[0].days: The list of days is empty. Name at least one, as in ["MON", "FRI"]. [NCSP203]',
    ],
  ];
  for (const [given, ...messages] of cases) {
    it(messages.join(" "), () => {
      const { problems } = parsePipeline(given);
      expect(problems.every(isError)).to.equal(true);
      if (given === 7) expect(problems.map(formatProblem).join()).to.include(messages[0]);
      else expect(problems.map(formatProblem)).to.deep.equal(messages);
    });
  }

  it("are reported all at once, in the order of the program", () => {
    const given = {
      name: "shop!",
      tasks: [
        { ...build, projectId: 0 },
        { ...deploy, scenarioId: null },
      ],
      triggers: { schedules: [{ ...schedule, time: "noon", days: [] }] },
    };
    expect(parsePipeline(given).problems.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
      "NCSP101 name",
      "NCSP106 tasks[0].projectId",
      "NCSP003 tasks[1].scenarioId",
      "NCSP203 triggers.schedules[0].days",
      "NCSP202 triggers.schedules[0].time",
    ]);
  });
});
