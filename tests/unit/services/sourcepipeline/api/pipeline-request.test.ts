import { expect } from "chai";
import {
  changeProjectBody,
  createProjectBody,
} from "../../../../../provider/services/sourcepipeline/api/schemas/pipeline-request.ts";

const build = { name: "build", type: "SourceBuild", config: { projectId: 20632 }, linkedTasks: [] };
const deployConfig = { projectId: 12920, stageId: 14146, scenarioId: 2001 };
const deploy = { name: "deploy", type: "SourceDeploy", config: deployConfig, linkedTasks: ["build"] };
const schedule = {
  day: ["MON"],
  time: "13:01",
  timeZone: "Asia/Seoul (UTC+09:00)",
  scheduleOnlyWithChange: false,
};
const pipeline = { name: "pipeline1", description: "", tasks: [build, deploy], trigger: { schedule: [schedule] } };

/** Where the schema finds fault, as `tasks.0.name`. */
const faults = (body: unknown): string[] => [
  ...new Set(createProjectBody.safeParse(body).error?.issues.map(({ path }) => path.join("."))),
];

const withTask = (task: object) => ({ ...pipeline, tasks: [{ ...build, ...task }] });
const withSchedule = (change: object) => ({ ...pipeline, trigger: { schedule: [{ ...schedule, ...change }] } });
const without = (key: string, value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([present]) => present !== key));

describe("the body of a creation", () => {
  const accepted: [what: string, body: unknown][] = [
    ["a pipeline", pipeline],
    ["a name of one character", { ...pipeline, name: "a" }],
    ["a name of 30 characters", { ...pipeline, name: `${"A-_9".repeat(7)}ab` }],
    ["a task name of 50 characters", withTask({ name: "t".repeat(50) })],
    ["a description of 500 characters", { ...pipeline, description: "d".repeat(500) }],
    ["no description", without("description", pipeline)],
    ["no trigger", without("trigger", pipeline)],
    ["every day", withSchedule({ day: ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] })],
    ["midnight", withSchedule({ time: "00:00" })],
    ["the last minute", withSchedule({ time: "23:59" })],
  ];
  for (const [what, body] of accepted) it(`may have ${what}`, () => expect(faults(body)).to.deep.equal([]));

  const refused: [what: string, body: unknown, place: string][] = [
    ["no name", without("name", pipeline), "name"],
    ["an empty name", { ...pipeline, name: "" }, "name"],
    ["a name of 31 characters", { ...pipeline, name: "a".repeat(31) }, "name"],
    ["a name with a space", { ...pipeline, name: "a b" }, "name"],
    ["a name with a line break at its end", { ...pipeline, name: "a\n" }, "name"],
    ["a name beyond ASCII", { ...pipeline, name: "배포" }, "name"],
    ["a description of 501 characters", { ...pipeline, description: "d".repeat(501) }, "description"],
    ["no tasks", without("tasks", pipeline), "tasks"],
    ["an empty list of tasks", { ...pipeline, tasks: [] }, "tasks"],
    ["a key that it does not know", { ...pipeline, state: "on" }, ""],
    ["a task name of 51 characters", withTask({ name: "t".repeat(51) }), "tasks.0.name"],
    ["a task of another type", withTask({ type: "sourcebuild" }), "tasks.0.type"],
    ["a task without a configuration", { ...pipeline, tasks: [without("config", build)] }, "tasks.0.config"],
    ["an id of a task", withTask({ id: 1 }), "tasks.0"],
    ["a project id that is a text", withTask({ config: { projectId: "20632" } }), "tasks.0.config.projectId"],
    ["a project id of zero", withTask({ config: { projectId: 0 } }), "tasks.0.config.projectId"],
    ["a project id with a fraction", withTask({ config: { projectId: 1.5 } }), "tasks.0.config.projectId"],
    ["a build with a stage", withTask({ config: { projectId: 1, stageId: 2 } }), "tasks.0.config"],
    [
      "a deployment without a stage",
      { ...pipeline, tasks: [{ ...deploy, config: without("stageId", deployConfig) }] },
      "tasks.0.config.stageId",
    ],
    [
      "a deployment without a scenario",
      { ...pipeline, tasks: [{ ...deploy, config: without("scenarioId", deployConfig) }] },
      "tasks.0.config.scenarioId",
    ],
    ["an empty name of a linked task", withTask({ linkedTasks: [""] }), "tasks.0.linkedTasks.0"],
    ["a schedule without a day", withSchedule({ day: [] }), "trigger.schedule.0.day"],
    ["a day in full", withSchedule({ day: ["MONDAY"] }), "trigger.schedule.0.day.0"],
    ["24:00", withSchedule({ time: "24:00" }), "trigger.schedule.0.time"],
    ["a time with one digit", withSchedule({ time: "3:30" }), "trigger.schedule.0.time"],
    ["a schedule without a zone", withSchedule({ timeZone: "" }), "trigger.schedule.0.timeZone"],
    [
      "a repository of a kind spelt as in responses",
      { ...pipeline, trigger: { repository: [{ type: "SourceCommit", name: "rep1", branch: "master" }] } },
      "trigger.repository.0.type",
    ],
    [
      "a pipeline trigger without an id",
      { ...pipeline, trigger: { sourcepipeline: [{}] } },
      "trigger.sourcepipeline.0.id",
    ],
  ];
  for (const [what, body, place] of refused) {
    it(`cannot have ${what}: fault at ${place || "the body"}`, () => expect(faults(body)).to.deep.equal([place]));
  }
});

describe("the body of an edit", () => {
  it("is the body of a creation without the name", () => {
    expect(changeProjectBody.safeParse(without("name", pipeline)).success).to.be.true;
    expect(changeProjectBody.safeParse(pipeline).success).to.be.false;
  });
});
