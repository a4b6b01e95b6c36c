import { expect } from "chai";
import type { Host } from "../../../provider/core/session.ts";
import type { Checked, PriorState } from "../../../scripts/chaos/engine/verbs.ts";
import { check, create, useService } from "./use-service.ts";

/** Two tasks that nothing links: NCSP111. */
const tasks = [
  { name: "build", type: "SourceBuild", projectId: 20632 },
  { name: "other", type: "SourceBuild", projectId: 20632 },
];

describe("warnings at preview", () => {
  const world = useService();

  const preview = async (
    host: Host,
    name: string,
    known: PriorState = {},
    args: { description?: string; silence?: Record<string, string> } = {},
  ): Promise<Checked> => {
    const given = { name, tasks, ...args };
    const __context = { urn: `urn:${name}`, dryRun: true };
    const { inputs, failures } = await check(known, { ...given, __context, __provider: "p" }, host);
    expect(failures).to.deep.equal([]);
    return inputs as Checked;
  };
  const warnings = (messages: readonly string[]): string[] => messages.filter((line) => line.startsWith("warning:"));

  it("are shown of pipelines that are made or changed, each", async () => {
    const { host, messages } = world.process();
    await preview(host, "new");
    await preview(host, "changed", { name: "changed", tasks: tasks as never }, { description: "new text" });
    expect(warnings(messages)).to.have.length(2);
    for (const line of warnings(messages))
      expect(line)
        .to.match(/\[NCSP111\]$/)
        .and.not.contain("stay as they are");
  });

  it("are one line for a rule of pipelines that stay as they are, however many", async () => {
    const { host, messages } = world.process();
    const names = ["one", "two", "three"];
    const known = await Promise.all(names.map((name) => preview(world.process().host, name)));
    for (const [index, name] of names.entries()) await preview(host, name, known[index]);
    const [line, ...others] = warnings(messages);
    expect(others).to.deep.equal([]);
    expect(line).to.match(/There are pipelines that stay as they are, "one" among them, .*\[NCSP111\]$/);
    expect(line)
      .to.contain('"npx -p pulumi-ncloud-sourcepipeline sourcepipeline check"')
      .and.contain("ncloud:silence NCSP111");
  });

  it("advise what silences them beside what is silenced already", async () => {
    const { host, messages } = world.process();
    const known = await preview(world.process().host, "one");
    const also: Host = {
      ...host,
      connect: (location) => ({ ...host.connect(location), silence: new Set(["NCSP406"]) }),
    };
    await preview(also, "one", known);
    expect(warnings(messages)[0]).to.contain('"pulumi config set ncloud:silence NCSP406,NCSP111"');
  });

  it("are not shown when they are silenced, and others are", async () => {
    const { host, messages } = world.process();
    const silent: Host = {
      ...host,
      connect: (location) => ({ ...host.connect(location), silence: new Set(["NCSP111"]) }),
    };
    await preview(silent, "new");
    expect(warnings(messages)).to.deep.equal([]);
    const loud: Host = {
      ...host,
      connect: (location) => ({ ...host.connect(location), silence: new Set(["NCSP406"]) }),
    };
    await preview(loud, "newer");
    expect(warnings(messages)).to.have.length(1);
  });

  it("are not shown of a pipeline that silences them itself, new or unchanged, and of others they are", async () => {
    const { host, messages } = world.process();
    const silence = { NCSP111: "they share nothing on purpose" };
    const known = await preview(host, "silent", {}, { silence });
    await preview(host, "silent", known, { silence });
    expect(warnings(messages)).to.deep.equal([]);
    await preview(host, "loud", {}, { silence: { NCSP406: "another one" } });
    expect(warnings(messages)).to.have.length(1);
  });

  it("are silenced beside the pipeline: neither the state nor the service hears of it", async () => {
    const { host, messages } = world.process();
    const plain = await preview(host, "shop");
    const silenced = await preview(host, "shop", plain, { silence: { NCSP111: "a reason" } });
    expect(silenced).to.deep.equal(plain);
    expect(silenced).to.not.have.property("silence");
    const state = await create(silenced, host);
    expect(JSON.stringify(state)).to.not.contain("a reason");
    expect(JSON.stringify(world.pipelines())).to.not.contain("a reason");
    expect(warnings(messages)).to.have.length(1);
  });
});
