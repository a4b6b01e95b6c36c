import { expect } from "chai";
import * as lifecycle from "../../../provider/core/resource/index.ts";
import { useLifecycle } from "./use-lifecycle.ts";

/** Two tasks that nothing links: NCSP111. */
const tasks = [
  { name: "build", type: "SourceBuild", projectId: 20632 },
  { name: "other", type: "SourceBuild", projectId: 20632 },
];

describe("warnings at preview", () => {
  const world = useLifecycle();

  const preview = async (
    connect: lifecycle.Connect,
    name: string,
    known: lifecycle.KnownState = {},
    description?: string,
  ): Promise<lifecycle.CheckedInputs> => {
    const given = { name, tasks, ...(description === undefined ? {} : { description }) };
    const __context = { urn: `urn:${name}`, dryRun: true };
    const { inputs, failures } = await lifecycle.check(known, { ...given, __context, __provider: "p" }, connect);
    expect(failures).to.deep.equal([]);
    return inputs as lifecycle.CheckedInputs;
  };
  const warnings = (messages: readonly string[]): string[] => messages.filter((line) => line.startsWith("warning:"));

  it("are shown of pipelines that are made or changed, each", async () => {
    const { connect, messages } = world.process();
    await preview(connect, "new");
    await preview(connect, "changed", { name: "changed", tasks: tasks as never }, "new text");
    expect(warnings(messages)).to.have.length(2);
    for (const line of warnings(messages))
      expect(line)
        .to.match(/\[NCSP111\]$/)
        .and.not.contain("stay as they are");
  });

  it("are one line for a rule of pipelines that stay as they are, however many", async () => {
    const { connect, messages } = world.process();
    const names = ["one", "two", "three"];
    const known = await Promise.all(names.map((name) => preview(world.process().connect, name)));
    for (const [index, name] of names.entries()) await preview(connect, name, known[index]);
    const [line, ...others] = warnings(messages);
    expect(others).to.deep.equal([]);
    expect(line).to.match(/There are pipelines that stay as they are, "one" among them, .*\[NCSP111\]$/);
    expect(line).to.contain('"sourcepipeline check"').and.contain("ncloud:silence NCSP111");
  });

  it("are not shown when they are silenced, and others are", async () => {
    const { connect, messages } = world.process();
    const silent: lifecycle.Connect = (place) => ({ ...connect(place), silence: new Set(["NCSP111"]) });
    await preview(silent, "new");
    expect(warnings(messages)).to.deep.equal([]);
    const loud: lifecycle.Connect = (place) => ({ ...connect(place), silence: new Set(["NCSP406"]) });
    await preview(loud, "newer");
    expect(warnings(messages)).to.have.length(1);
  });
});
