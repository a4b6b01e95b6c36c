import { expect } from "chai";
import { checkGraph } from "../../../../../provider/services/sourcepipeline/pipeline/tasks/check-graph.ts";
import { formatProblem } from "../../../../../provider/core/validation/problem.ts";
import { unknownValue } from "../../../../../provider/core/validation/unknown.ts";

const task = (name: unknown, ...linkedTasks: unknown[]) => ({ name, linkedTasks });
const reported = (...tasks: unknown[]): string[] => checkGraph({ tasks }).map(formatProblem);

describe("names of tasks", () => {
  it("are reported when they come twice, at the later one", () => {
    expect(reported(task("build"), task("test", "build"), task("build", "test"))).to.deep.equal([
      'tasks[2].name: The name "build" is already used by tasks[0]. Give each task a name of its own: links go by name. [NCSP107]',
    ]);
  });

  it("may differ by case only", () => {
    expect(reported(task("build"), task("Build", "build"))).to.deep.equal([]);
  });

  it("may be those of an object's own properties", () => {
    expect(reported(task("constructor"), task("__proto__", "constructor"))).to.deep.equal([]);
    expect(reported(task("build", "toString"))[0]).to.include('Task "toString" does not exist.');
  });
});

describe("links", () => {
  it("to nothing are reported with the nearest name", () => {
    expect(reported(task("build"), task("deploy", "biuld", "build"))).to.deep.equal([
      'tasks[1].linkedTasks[0]: Task "biuld" does not exist. Did you mean "build"? [NCSP108]',
    ]);
  });

  it("to nothing are reported with what there is when nothing is near", () => {
    expect(reported(task("build"), task("deploy", "xyz", "build"))[0]).to.include('Existing: "build", "deploy".');
  });

  it("of a task to itself are reported once, and as no cycle", () => {
    expect(reported(task("build", "build"))).to.deep.equal([
      'tasks[0].linkedTasks[0]: Task "build" waits for itself. Remove the link. [NCSP109]',
    ]);
  });

  it("may be given twice", () => {
    expect(reported(task("build"), task("test", "build", "build"))).to.deep.equal([]);
  });
});

describe("cycles", () => {
  const cycleOf = (cycle: string, path: string): string =>
    `${path}: These tasks form a cycle: ${cycle}. ` +
    "Remove one of these links; otherwise none of the tasks can start. [NCSP110]";

  it("are reported as a path from the first task in the order written", () => {
    expect(reported(task("build", "test"), task("test", "build"))).to.deep.equal([
      cycleOf("build -> test -> build", "tasks[0]"),
    ]);
  });

  it("have the path that a run would take", () => {
    expect(reported(task("start"), task("a", "start", "c"), task("b", "a"), task("c", "b"))).to.deep.equal([
      cycleOf("a -> b -> c -> a", "tasks[1]"),
    ]);
  });

  it("are reported beside a link of a task to itself", () => {
    expect(reported(task("a", "a", "b"), task("b", "a"))[1]).to.equal(cycleOf("a -> b -> a", "tasks[0]"));
  });

  it("that share tasks are reported once, the shortest first; others by themselves", () => {
    const tasks = [task("a", "c", "b"), task("b", "a"), task("c", "b"), task("x", "y", "a"), task("y", "x")];
    expect(reported(...tasks)).to.deep.equal([cycleOf("a -> b -> a", "tasks[0]"), cycleOf("x -> y -> x", "tasks[3]")]);
  });
});

describe("groups of tasks that are not connected", () => {
  it("are a warning, once, with the tasks of each", () => {
    const [problem, ...others] = checkGraph({ tasks: [task("build"), task("lint"), task("test", "build")] });
    expect(others).to.deep.equal([]);
    expect(problem).to.include({ code: "NCSP111", severity: "warning", path: "tasks[1]" });
    expect(problem?.message).to.equal("2 groups of tasks are not connected: build, test; lint.");
  });

  it("are reported short when they are many", () => {
    const tasks = Array.from({ length: 9 }, (_, index) => task(`t${String(index)}`));
    expect(reported(...tasks)[0]).to.include("9 groups of tasks are not connected: t0; t1; t2; t3; t4; and 4 more.");
    const linked = tasks.map(({ name }, index) => task(name, ...(index % 8 === 0 ? [] : ["t0"])));
    expect(reported(...linked)[0]).to.include(": t0, t1, t2, t3, t4 and 3 more; t8.");
  });

  it("are not reported while a link is wrong: it may be the missing one", () => {
    expect(reported(task("build"), task("test", "biuld")).join()).to.not.include("NCSP111");
    expect(reported(task("build"), task("build"), task("test", "build")).join()).to.not.include("NCSP111");
  });
});

describe("what is not known", () => {
  const cases: [what: string, tasks: unknown][] = [
    ["the tasks", unknownValue],
    ["a task", [task("test", "build"), unknownValue]],
    ["a name", [task("test", "build"), task(unknownValue)]],
    ["the links of a task", [task("build"), { name: "test", linkedTasks: unknownValue }]],
    ["a link", [task("build"), task("test", unknownValue)]],
  ];
  for (const [what, tasks] of cases) {
    it(`${what}: nothing is missed`, () => expect(checkGraph({ tasks })).to.deep.equal([]));
  }

  it("hides no cycle beside it", () => {
    expect(reported(task("a", "b", unknownValue), task("b", "a"), unknownValue)[0]).to.include("a -> b -> a");
  });
});
