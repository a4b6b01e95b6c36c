import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { nameLinks } from "../../../sdk/builders/name-links.ts";
import type { TaskArgs } from "../../../sdk/builders/task-args.ts";

const build: TaskArgs = { name: "build", type: "SourceBuild", projectId: 20632 };
const linked = (linkedTasks: unknown): TaskArgs => ({ ...build, name: "test", linkedTasks }) as TaskArgs;

/** The value of an output whose parts are all known. */
const valueOf = async (value: unknown): Promise<unknown> =>
  (pulumi.output(value) as unknown as { promise(): Promise<unknown> }).promise();

describe("links that are tasks", () => {
  it("become names, at once where all is plain", () => {
    const [first, second] = nameLinks([build, linked([build, "lint"])]) as TaskArgs[];
    expect(first).to.equal(build);
    expect(second).to.deep.equal({ ...build, name: "test", linkedTasks: ["build", "lint"] });
  });

  it("leave the program's own objects alone", () => {
    const given = linked([build]);
    void nameLinks([given]);
    expect(given.linkedTasks).to.deep.equal([build]);
  });

  const later: [what: string, tasks: unknown][] = [
    ["a link", [linked([pulumi.output(build), Promise.resolve(build)])]],
    ["the name of a link", [linked([{ ...build, name: pulumi.output("build") }, "build"])]],
    ["the links", [linked(pulumi.output([build, "build"]))]],
    ["a task", [pulumi.output(linked([build, "build"]))]],
    ["the tasks", Promise.resolve([linked([build, "build"])])],
  ];
  for (const [what, tasks] of later) {
    it(`become names when ${what} is known later`, async () => {
      const named = await valueOf(nameLinks(tasks as TaskArgs[]));
      expect(named).to.deep.equal([{ ...build, name: "test", linkedTasks: ["build", "build"] }]);
    });
  }

  const strange: [what: string, tasks: unknown][] = [
    ["nothing", undefined],
    ["no list", build],
    ["no tasks", ["build", null, 7]],
    ["no links", [linked(undefined), linked(null), linked("build")]],
    ["links to nothing", [linked([null, 7, {}])]],
  ];
  for (const [what, tasks] of strange) {
    it(`stay as they are when there are ${what}`, () => {
      expect(nameLinks(tasks as TaskArgs[])).to.deep.equal(tasks);
    });
  }
});
