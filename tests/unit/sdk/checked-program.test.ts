import { expect } from "chai";
import { unknownValue } from "../../../provider/core/validation/unknown.ts";
import { checkVariable } from "../../../sdk/check-run.ts";
import * as ncloud from "../../../sdk/index.ts";
import { actAsEngine } from "../../contract/sdk/support/act-as-engine.ts";

type KeysOf<Result> = Readonly<Record<keyof Result, true>>;

/** What each function's result has, as its type says. */
const keys = {
  getBranch: { repository: true, name: true } satisfies KeysOf<ncloud.Branch>,
  getBuildProject: { id: true, name: true, source: true } satisfies KeysOf<ncloud.BuildProject>,
  getDeployProject: { id: true, name: true } satisfies KeysOf<ncloud.DeployProject>,
  getDeployScenario: {
    id: true,
    name: true,
    projectId: true,
    stageId: true,
    source: true,
  } satisfies KeysOf<ncloud.DeployScenario>,
  getDeployStage: { id: true, name: true, projectId: true } satisfies KeysOf<ncloud.DeployStage>,
  getPipeline: {
    id: true,
    name: true,
    description: true,
    tasks: true,
    triggers: true,
    taskIds: true,
    resolvedTargets: true,
  } satisfies KeysOf<ncloud.PipelineDetails>,
  getRepository: { name: true } satisfies KeysOf<ncloud.Repository>,
  getRun: {
    id: true,
    pipelineId: true,
    state: true,
    status: true,
    startedAt: true,
    endedAt: true,
    tasks: true,
  } satisfies KeysOf<ncloud.RunDetails>,
};

describe("functions of a program that is checked without an account", () => {
  before(async () => {
    await actAsEngine({ isPreview: true });
    process.env[checkVariable] = "offline";
  });
  after(() => {
    process.env[checkVariable] = "";
  });

  const functions = ncloud as unknown as Readonly<Record<string, (args: object) => unknown>>;
  const names = Object.keys(functions).filter((name) => /^get[A-Z]/.test(name) && !name.endsWith("Output"));

  it("promise unknown values for all that their types have, or an empty list", async () => {
    expect(names).to.have.length(17);
    for (const name of names) {
      const result = await functions[name]?.({});
      const known = (keys as Readonly<Record<string, object>>)[name];
      if (known === undefined) expect(result, name).to.deep.equal([]);
      else expect(result, name).to.deep.equal(Object.fromEntries(Object.keys(known).map((key) => [key, unknownValue])));
    }
  });

  it("are unknown where they return outputs", async () => {
    for (const name of names) {
      const output = functions[`${name}Output`]?.({}) as { isKnown: Promise<boolean> };
      expect(await output.isKnown, name).to.equal(false);
    }
  });
});
