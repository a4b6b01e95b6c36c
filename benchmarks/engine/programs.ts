import { providerText, resourceType } from "../../provider/hosts/dynamic/provider-text.ts";

/** Files of a Pulumi program, by name. */
export type Program = Readonly<Record<string, string>>;

/** Both programs declare what stands in `pipelines.json`, in the same way. */
const declareAll = `
const made = [];
for (const { startedBy, ...args } of JSON.parse(require("node:fs").readFileSync("pipelines.json", "utf8"))) {
  if (startedBy !== undefined) args.triggers.pipelines = [{ id: made[startedBy].id }];
  made.push(declare(args.name, args));
}
`;

/** A program with pipelines. */
export const pipelineProgram: Program = {
  "index.js": `
const ncloud = require("pulumi-ncloud-sourcepipeline");
const declare = (name, args) => new ncloud.Pipeline(name, args);
${declareAll}`,
};

// As long as ours, because they stand in every state several times.
const floorType = `pulumi-nodejs:dynamic/${"nothing".padEnd(resourceType.length - 30, "-")}:Nothing`;
const floorText = 'exports.handler = () => require("./floor-provider").nothing();'.padEnd(providerText.length);

/** The same resources with a provider that answers at once, or after as many requests as ours sends. */
const floorFiles: Program = {
  "index.js": `
const pulumi = require("@pulumi/pulumi");
const outputs = { region: undefined, platform: undefined, site: undefined, taskIds: undefined, resolvedTargets: undefined };
const declare = (name, args) =>
  new pulumi.CustomResource(${JSON.stringify(floorType)}, name, {
    ...outputs, ...args, __provider: ${JSON.stringify(floorText)},
  });
${declareAll}`,
  "floor-provider.js": `
const place = { region: "KR", platform: "vpc", site: "public" };
const added = (inputs) => ({
  taskIds: { build: 30001, deploy: 30002 },
  resolvedTargets: {
    build: { type: "SourceCommit", repository: inputs.name, branch: "main", projectName: inputs.name },
    deploy: { projectName: "shop", stageName: "dev", scenarioName: "rolling-1" },
  },
  account: "0123456789ab",
});
const withoutAdded = ({ taskIds, resolvedTargets, account, ...inputs }) => inputs;
const { ask } = require("./ask");
let last = 0;
exports.nothing = () => ({
  configure: async () => {},
  check: async (olds, news) => ({ inputs: { ...news, ...place }, failures: [] }),
  diff: async () => ({}),
  create: async (inputs) => (await ask(2), { id: String(++last), outs: { ...inputs, ...added(inputs) } }),
  read: async (id, props) => (await ask(1), { id, props, inputs: withoutAdded(props) }),
  update: async (id, olds, news) => ({ outs: { ...news, ...added(news) } }),
  delete: () => ask(1),
});
`,
};

/** A provider that does nothing: what the engine, the SDK and the state's size cost anyway. */
export const floorProgram: Program = { ...floorFiles, "ask.js": "exports.ask = async () => {};" };

/**
 * A provider that does nothing but its requests, with got alone: unsigned, to the emulator's health, and none for checks.
 * No client over got can take less.
 */
export const bareGotProgram: Program = {
  ...floorFiles,
  "ask.js": `
let loading;
exports.ask = async (requests) => {
  const { default: got } = await (loading ??= import("got"));
  for (let sent = 0; sent < requests; sent += 1) await got(process.env.NCLOUD_API_GW + "/_emulator/health");
};
`,
};
