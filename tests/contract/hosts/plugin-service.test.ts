// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../provider/services/sourcepipeline/api/operations.ts";
import { type ServiceError, status } from "@grpc/grpc-js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import type { ListResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import { expect } from "chai";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { unknownValue } from "../../../provider/core/validation/unknown.ts";
import { fromStruct, toStruct } from "../../../provider/hosts/plugin/messages.ts";
import { secret } from "../../../provider/hosts/plugin/wire-values.ts";
import { packageSchema } from "../../../provider/hosts/plugin/schema/package-schema.ts";
import type { functionArguments } from "../../../provider/services/sourcepipeline/functions/function-arguments.ts";
import { call, detailOf, failureOf } from "./support/plugin-client.ts";
import { pipelineUrn, type PluginUnderTest, startPlugin } from "./support/start-plugin.ts";

const task = (branch: unknown = "main"): object => ({ name: "build", type: "SourceBuild", projectId: 20632, branch });
const schedule = { days: ["MON"], time: "03:30", timeZone: "Asia/Seoul" };

/** What a call fails with. */
const failing = (answer: Promise<unknown>): Promise<ServiceError> =>
  answer.then(
    () => {
      throw new Error("The call did not fail.");
    },
    (error: unknown) => error as ServiceError,
  );

describe("the packaged plugin", () => {
  let plugin: PluginUnderTest;
  beforeEach(async () => {
    plugin = await startPlugin();
  });
  afterEach(() => plugin[Symbol.asyncDispose]());

  const admin = async (method: string, route: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    return (await fetch(`${plugin.emulator.url}/_emulator/${route}`, init)).json();
  };
  const told = (): string[] => plugin.engine.messages.map(({ text }) => text);

  it("says its version, and refuses what other kinds of providers do", async () => {
    const info = await call<{ getVersion(): string }>(plugin.client, "getPluginInfo", new empty.Empty());
    expect(info.getVersion()).to.equal("1.2.3");
    for (const [name, request] of [
      ["construct", new provider.ConstructRequest()],
      ["call", new provider.CallRequest()],
      ["parameterize", new provider.ParameterizeRequest()],
    ] as const) {
      expect((await failing(call(plugin.client, name, request))).code).to.equal(status.UNIMPLEMENTED);
    }
  });

  describe("for a program that says no more than its arguments", () => {
    it("tells next runs with the preview of a creation, and neither with its check nor with the creation", async () => {
      const { inputs } = await plugin.check({ tasks: [task()], triggers: { schedules: [schedule] } });
      expect(told().join()).to.not.contain("Next runs");
      const { id, state } = await plugin.create(inputs, true);
      expect(told().filter((text) => text.includes("Next runs"))).to.have.length(1);
      expect(id).to.equal("");
      expect(state).to.include({ name: inputs["name"], taskIds: unknownValue, resolvedTargets: unknownValue });
      expect(state["endpoint"]).to.equal(plugin.emulator.url);
      await plugin.create(inputs);
      expect(told().filter((text) => text.includes("Next runs"))).to.have.length(1);
    });

    it("calls a name taken in the preview of a creation", async () => {
      const { inputs } = await plugin.check({ name: "shop", tasks: [task()] });
      await plugin.create(inputs);
      const again = await plugin.check({ name: "shop", tasks: [task()] });
      expect(again.problems).to.deep.equal([]);
      const { details } = await failing(plugin.create(again.inputs, true));
      expect(details).to.contain('name: A pipeline named "shop" exists already').and.contain("[NCSP113]");
    });

    it("shows warnings of the account with the preview, but for those that the program silences", async () => {
      const deploy = { name: "deploy", type: "SourceDeploy", projectId: 12920, stageId: 14146, scenarioId: 21001 };
      const { inputs, problems } = await plugin.check({ tasks: [task(), deploy] });
      expect(problems).to.deep.equal([]);
      await plugin.create(inputs, true);
      const warnings = plugin.engine.messages.filter(({ severity }) => severity === "warning");
      expect(warnings.map(({ text }) => text).join()).to.contain("[NCSP");
      const codes = [...new Set(warnings.flatMap(({ text }) => /NCSP\d+/.exec(text) ?? []))];
      plugin.engine.messages.length = 0;
      const silence = Object.fromEntries(codes.map((code) => [code, "as meant"]));
      const { inputs: silenced } = await plugin.check({ name: "other", tasks: [task(), deploy], silence });
      expect(silenced).to.not.have.property("silence");
      await plugin.create(silenced, true);
      expect(plugin.engine.messages.filter(({ severity }) => severity === "warning")).to.deep.equal([]);
    });
  });

  it("keeps task ids known in the preview of an update while the names stay, and not otherwise", async () => {
    const { inputs } = await plugin.check({ tasks: [task()] });
    const { id, state } = await plugin.create(inputs);
    const kept = await plugin.check({ tasks: [task("develop")] }, inputs);
    expect((await plugin.update(id, state, kept.inputs, true))["taskIds"]).to.deep.equal(state["taskIds"]);
    const renamed = await plugin.check({ tasks: [{ ...task(), name: "other" }] }, inputs);
    expect((await plugin.update(id, state, renamed.inputs, true))["taskIds"]).to.equal(unknownValue);
  });

  it("hands a resource over that could not be read, with its inputs, and its secrets sealed", async () => {
    const { inputs } = await plugin.check({ name: "shop", tasks: [task(secret("main"))] });
    await admin("POST", "faults", { rules: [{ operation: "getProject", status: 403, body: {} }] });
    const error = await failing(plugin.create(inputs));
    const failed = provider.ErrorResourceInitFailed.deserializeBinary(detailOf(error) ?? new Uint8Array());
    const { pipelines } = (await admin("GET", "state")) as { pipelines: { id: number }[] };
    expect(failed.getId()).to.equal(String(pipelines.at(-1)?.id));
    expect(failed.getReasonsList()).to.deep.equal([failureOf(error).message]);
    for (const values of [failed.getProperties(), failed.getInputs()]) {
      const { value, marks } = fromStruct(values);
      expect(value["name"]).to.equal("shop");
      expect(marks).to.have.nested.property("tasks.0.branch", true);
    }
  });

  it("ends a wait when the engine cancels, and hands over what exists by then", async () => {
    await admin("PATCH", "settings", { visibilityDelayMs: 3_600_000 });
    const { inputs } = await plugin.check({ name: "shop", tasks: [task()] });
    const creating = failing(plugin.create(inputs));
    await plugin.engine.received(/Waiting for/);
    await call(plugin.client, "cancel", new empty.Empty());
    expect(failureOf(await creating).message).to.contain("the command was interrupted");
  });

  it("reads for an import as what is managed, and answers nothing for what is gone", async () => {
    const { inputs } = await plugin.check({ name: "shop", tasks: [task()] });
    const { id, state } = await plugin.create(inputs);
    // What this process made itself it would wait for.
    await using later = await startPlugin(plugin.emulator);
    const read = async (properties: object) => {
      const request = new provider.ReadRequest().setUrn(pipelineUrn).setId(id).setProperties(toStruct(properties));
      return call<InstanceType<typeof provider.ReadResponse>>(later.client, "read", request);
    };
    const imported = await read({});
    expect(fromStruct(imported.getProperties()).value).to.deep.equal(state);
    expect(fromStruct(imported.getInputs()).value).to.deep.equal(inputs);
    // A program of ours that only reads says so.
    expect(fromStruct((await read({ __context: {} })).getProperties()).value).to.include({ isExternal: true });
    await admin("PUT", "state", { ...((await admin("GET", "state")) as object), pipelines: [] });
    expect((await read(state)).getId()).to.equal("");
  });

  it("lists what exists, by a part of the name, and no more than asked for", async () => {
    const ids: string[] = [];
    for (const name of ["shop-a", "shop-b", "other"]) {
      const { inputs } = await plugin.check({ name, tasks: [task()] });
      ids.push((await plugin.create(inputs)).id);
    }
    const list = async (query: object, limit = 0): Promise<[string, string][]> => {
      const request = new provider.ListRequest()
        .setToken("ncloud:index:Pipeline")
        .setQuery(toStruct(query))
        .setLimit(limit);
      const found: [string, string][] = [];
      for await (const response of plugin.client.list(request) as AsyncIterable<ListResponse>) {
        found.push([response.getResult()?.getId() ?? "", response.getResult()?.getName() ?? ""]);
      }
      return found;
    };
    expect(await list({ search: "SHOP" })).to.deep.equal([
      [ids[0], "shop-a"],
      [ids[1], "shop-b"],
    ]);
    expect(await list({ search: "shop" }, 1)).to.have.length(1);
  });

  it("answers every function of the package with what its schema says", async () => {
    const { inputs } = await plugin.check({ name: "shop", tasks: [task()] });
    const { id: pipelineId } = await plugin.create(inputs);
    const { accessKey, secretKey, url: endpoint } = plugin.emulator;
    const { createClient } = await import("../../../sdk/client/client.ts");
    const client = createClient({ accessKey, secretKey, endpoint });
    const { historyId } = await client.startProject({ projectId: Number(pipelineId) });
    const within = { projectId: 12920, stageId: 14146 };
    const args: Readonly<Record<keyof typeof functionArguments, object>> = {
      getBranch: { repository: "shop-api", name: "main" },
      getBranches: { repository: "shop-api" },
      getBuildProject: { name: "shop-api" },
      getBuildProjects: { search: "shop" },
      getDeployProject: { name: "shop" },
      getDeployProjects: {},
      getDeployScenario: { ...within, name: "rolling" },
      getDeployScenarios: within,
      getDeployStage: { projectId: 12920, name: "prod" },
      getDeployStages: { projectId: 12920 },
      getPipeline: { id: pipelineId },
      getPipelines: {},
      getRepositories: {},
      getRepository: { name: "shop-api" },
      getRun: { pipelineId, id: historyId },
      getRuns: { pipelineId },
      getTimeZones: { search: "seoul" },
    };
    const { functions } = packageSchema({ version: "1.2.3" }) as {
      functions: Record<string, { outputs: { properties: object; required: string[] } }>;
    };
    for (const [name, given] of Object.entries(args)) {
      const token = `ncloud:index:${name}`;
      const { properties, required } = functions[token]?.outputs ?? { properties: {}, required: [] };
      const result = await plugin.invoke(token, given);
      expect(result, name).to.include.all.keys(required);
      expect(Object.keys(properties), name).to.include.members(Object.keys(result));
      expect(JSON.stringify(result), name).to.match(/[a-z0-9)]"?[\]}]/i);
    }
  });

  it("says which functions and resources there are, and what is wrong with arguments", async () => {
    const unknown = await failing(plugin.invoke("ncloud:index:getPipelin", {}));
    expect(unknown.details).to.contain('no function "ncloud:index:getPipelin". Existing: "ncloud:index:getBranch"');
    const wrong = await failing(plugin.invoke("ncloud:index:getBuildProject", {}));
    expect(wrong.details).to.equal(
      'getBuildProject: Required argument "name" is missing. Give the name of a SourceBuild project.',
    );
  });

  it("names missing keys for the engine, which shows the commands that set them", async () => {
    const names = ["NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_KEY", "NCLOUD_PROFILE"];
    const before = names.map((name) => [name, process.env[name]] as const);
    for (const name of names) Reflect.deleteProperty(process.env, name);
    process.env["NCLOUD_PROFILE"] = "there-is-none";
    try {
      const request = new provider.ConfigureRequest().setArgs(toStruct({ secretKey: "CANARY" }));
      const error = await failing(call(plugin.client, "configure", request));
      const detail = provider.ConfigureErrorMissingKeys.deserializeBinary(detailOf(error) ?? new Uint8Array());
      expect(detail.getMissingkeysList().map((key) => key.getName())).to.deep.equal(["ncloud:accessKey"]);
      expect(error.details).to.not.contain("CANARY");
    } finally {
      // One by one: what stands in the place of the environment itself reaches nothing of the system.
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
    }
  });
});
