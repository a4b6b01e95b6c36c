import { expect } from "chai";
import { checkGraph } from "../../../../../provider/services/sourcepipeline/pipeline/graph/check-graph.ts";
import { formatProblem } from "../../../../../provider/core/validation/problem.ts";
import { unknownValue } from "../../../../../provider/core/validation/unknown.ts";

const task = (name: unknown, ...linkedTasks: unknown[]) => ({ name, linkedTasks });
const told = (...tasks: unknown[]): string[] => checkGraph({ tasks }).map(formatProblem);

describe("names of tasks", () => {
  it("are told when they come twice, at the later one", () => {
    expect(told(task("build"), task("test", "build"), task("build", "test"))).to.deep.equal([
      'tasks[2].name: tasks[0] is named "build", too. Give each task a name of its own: links go by name. [NCSP107]',
    ]);
  });

  it("may differ by case only", () => {
    expect(told(task("build"), task("Build", "build"))).to.deep.equal([]);
  });

  it("may be those of an object's own properties", () => {
    expect(told(task("constructor"), task("__proto__", "constructor"))).to.deep.equal([]);
    expect(told(task("build", "toString"))[0]).to.include('There is no task "toString".');
  });
});

describe("links", () => {
  it("to nothing are told with the nearest name", () => {
    expect(told(task("build"), task("deploy", "biuld", "build"))).to.deep.equal([
      'tasks[1].linkedTasks[0]: There is no task "biuld". Did you mean "build"? [NCSP108]',
    ]);
  });

  it("to nothing are told with what there is when nothing is near", () => {
    expect(told(task("build"), task("deploy", "xyz", "build"))[0]).to.include('Use one of "build", "deploy".');
  });

  it("of a task to itself are told once, and as no circle", () => {
    expect(told(task("build", "build"))).to.deep.equal([
      'tasks[0].linkedTasks[0]: "build" waits for itself. Take the link out. [NCSP109]',
    ]);
  });

  it("may be given twice", () => {
    expect(told(task("build"), task("test", "build", "build"))).to.deep.equal([]);
  });
});

describe("circles", () => {
  const circle = (cycle: string, path: string): string =>
    `${path}: These tasks wait for each other: ${cycle}. ` +
    "Take one of these links out: none of the tasks could ever start. [NCSP110]";

  it("are told as a path from the first task in the order written", () => {
    expect(told(task("build", "test"), task("test", "build"))).to.deep.equal([
      circle("build -> test -> build", "tasks[0]"),
    ]);
  });

  it("have the path that a run would take", () => {
    expect(told(task("start"), task("a", "start", "c"), task("b", "a"), task("c", "b"))).to.deep.equal([
      circle("a -> b -> c -> a", "tasks[1]"),
    ]);
  });

  it("are told beside a link of a task to itself", () => {
    expect(told(task("a", "a", "b"), task("b", "a"))[1]).to.equal(circle("a -> b -> a", "tasks[0]"));
  });

  it("that share tasks are told once, the shortest first; others by themselves", () => {
    const tasks = [task("a", "c", "b"), task("b", "a"), task("c", "b"), task("x", "y", "a"), task("y", "x")];
    expect(told(...tasks)).to.deep.equal([circle("a -> b -> a", "tasks[0]"), circle("x -> y -> x", "tasks[3]")]);
  });
});

describe("parts without a link", () => {
  it("are a warning, once, with the tasks of each", () => {
    const [problem, ...others] = checkGraph({ tasks: [task("build"), task("lint"), task("test", "build")] });
    expect(others).to.deep.equal([]);
    expect(problem).to.include({ code: "NCSP111", severity: "warning", path: "tasks[1]" });
    expect(problem?.message).to.equal("The tasks fall into 2 parts without a link between them: build, test; lint.");
  });

  it("are told short when they are many", () => {
    const tasks = Array.from({ length: 9 }, (_, index) => task(`t${String(index)}`));
    expect(told(...tasks)[0]).to.include("9 parts without a link between them: t0; t1; t2; t3; t4; and 4 more.");
    const linked = tasks.map(({ name }, index) => task(name, ...(index % 8 === 0 ? [] : ["t0"])));
    expect(told(...linked)[0]).to.include(": t0, t1, t2, t3, t4 and 3 more; t8.");
  });

  it("are not told while a link is wrong: it may be the missing one", () => {
    expect(told(task("build"), task("test", "biuld")).join()).to.not.include("NCSP111");
    expect(told(task("build"), task("build"), task("test", "build")).join()).to.not.include("NCSP111");
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

  it("hides no circle beside it", () => {
    expect(told(task("a", "b", unknownValue), task("b", "a"), unknownValue)[0]).to.include("a -> b -> a");
  });
});
