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
      'labels: This property is not known. Known are "name", "description", "tasks", "triggers". [NCSP001]',
    ],
    [{ ...good, trigger: {} }, 'trigger: This property is not known. Did you mean "triggers"? [NCSP001]'],
    [
      withTask({ linkedTask: [] }),
      'tasks[0].linkedTask: This property is not known. Did you mean "linkedTasks"? [NCSP001]',
    ],
    [
      withTask({ linkedTask: null }),
      'tasks[0].linkedTask: This property is not known. Did you mean "linkedTasks"? [NCSP001]',
    ],
    [{ ...good, description: 7 }, "description: 7 is not a text. Give a string. [NCSP002]"],
    [{ ...good, tasks: build }, "tasks: A list is expected here. Put it in [ ]. [NCSP002]"],
    [
      { ...good, tasks: ["build"] },
      'tasks[0]: A task is expected here. A task needs "type": "SourceBuild", "SourceDeploy". [NCSP002]',
    ],
    [
      { ...good, triggers: [] },
      'triggers: An object of triggers is expected here. Give one with "repositories", "schedules", "pipelines". [NCSP002]',
    ],
    [
      { ...good, triggers: { schedules: [7] } },
      'triggers.schedules[0]: A schedule is expected here. Give one with "days", "time", "timeZone", "onlyWithChange". [NCSP002]',
    ],
    [
      withSchedule({ onlyWithChange: "yes" }),
      'triggers.schedules[0].onlyWithChange: "yes" is no yes or no. Give true or false. [NCSP002]',
    ],
    [
      {},
      'name: It is missing. A pipeline needs "name". [NCSP003]',
      'tasks: It is missing. A pipeline needs "tasks". [NCSP003]',
    ],
    [
      withTask({ type: undefined }),
      'tasks[0].type: It is missing. A task needs "type": "SourceBuild", "SourceDeploy". [NCSP003]',
    ],
    [
      withTask({ type: null }),
      'tasks[0].type: It is missing. A task needs "type": "SourceBuild", "SourceDeploy". [NCSP003]',
    ],
    [
      { ...good, tasks: [{ ...deploy, stageId: undefined }] },
      'tasks[0].stageId: It is missing. A SourceDeploy task needs "stageId". [NCSP003]',
    ],
    [withTask({ branch: "" }), "tasks[0].branch: It is empty. Give a name, or leave it out. [NCSP003]"],
    [
      { ...good, triggers: { repositories: [{ name: "shop-api" }] } },
      'triggers.repositories[0].branch: It is missing. A repository trigger needs "branch". [NCSP003]',
    ],
    [
      { ...good, triggers: { pipelines: [{}] } },
      'triggers.pipelines[0].id: It is missing. A pipeline trigger needs "id". [NCSP003]',
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
    [{ ...good, description: "d".repeat(501) }, "description: It has 501 characters. Shorten it to 500. [NCSP102]"],
    [{ ...good, tasks: [] }, "tasks: There is no task. Give the pipeline at least one. [NCSP103]"],
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
      'tasks[0].type: "sourceBuild" is not known here. Did you mean "SourceBuild"? [NCSP105]',
    ],
    [withTask({ type: 7 }), 'tasks[0].type: 7 is not known here. Use one of "SourceBuild", "SourceDeploy". [NCSP105]'],
    ...[
      [0, "0"],
      [-1, "-1"],
      [1.5, "1.5"],
      [NaN, "NaN"],
      ["1.0", '"1.0"'],
      [" 7", '" 7"'],
      [2 ** 53, "9007199254740992"],
      [{}, "This object"],
      [[7], "A list"],
      [() => 7, "This function"],
      [7n, "This bigint"],
      [Symbol("id"), "This symbol"],
      ["x".repeat(90), `"${"x".repeat(56)}...`],
    ].map(([projectId, shown]): [unknown, string] => [
      withTask({ projectId }),
      `tasks[0].projectId: ${shown as string} is not an id. Give the number that the look-ups (getBuildProject, getDeployScenario, …) return. [NCSP106]`,
    ]),
    [
      withSchedule({ days: ["MO"] }),
      'triggers.schedules[0].days[0]: "MO" is not known here. Did you mean "MON"? [NCSP201]',
    ],
    [
      withSchedule({ days: ["monday"] }),
      'triggers.schedules[0].days[0]: "monday" is not known here. Did you mean "MON"? [NCSP201]',
    ],
    ...["3:30", "24:00", "03:60", "0330", "", 330].map((time): [unknown, string] => [
      withSchedule({ time }),
      `triggers.schedules[0].time: ${JSON.stringify(time)} is not a time of day. Write it as HH:mm, from "00:00" to "23:59". [NCSP202]`,
    ]),
    [
      withSchedule({ days: [] }),
      'triggers.schedules[0].days: There is no day. Name at least one, as in ["MON", "FRI"]. [NCSP203]',
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

  it("are told all at once, in the order of the program", () => {
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
