import { expect } from "chai";
import type { DriftReport } from "../../../cli/drift/drift-report.ts";
import { findPendingCreates, type PendingCreatePorts } from "../../../cli/drift/pending-creates.ts";
import { formatMarkdown } from "../../../cli/drift/format-markdown.ts";
import { haveFiles } from "../../../cli/drift/data-folder.ts";
import { formatText } from "../../../cli/drift/format-text.ts";
import { settingsIn } from "../../../cli/pulumi/provider-settings.ts";
import { readDeployment } from "../../../cli/pulumi/read-stack.ts";
import { location, printedPipeline, stackPipeline } from "./stack-pipelines.ts";

const explicit = "urn:pulumi:dev::shop::pulumi:providers:pulumi-nodejs::other::1f";
const implicit = "urn:pulumi:dev::shop::pulumi:providers:pulumi-nodejs::default::1f";
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" };

/** An account with two regions, to determine what became of creates that were interrupted. */
async function find(values: object, more: object = {}, ports: Partial<PendingCreatePorts> = {}) {
  const resource = printedPipeline(undefined, values, { provider: implicit, ...more });
  const { pendingCreates } = readDeployment({ pending_operations: [{ type: "creating", resource }] });
  const notes: string[] = [];
  const inRegion: Record<string, object[]> = {
    KR: [
      { id: 7, name: "shop" },
      { id: 8, name: "base" },
    ],
    SGN: [],
  };
  const connect = (async ({ region = "KR" }) => ({
    location: { ...location, region },
    lists: { pipelines: { all: async () => inRegion[region] } },
  })) as unknown as PendingCreatePorts["connect"];
  const all = { managed: [], connect, note: (text: string) => void notes.push(text), ...ports };
  return { found: await findPendingCreates(pendingCreates, all), notes };
}

const candidates = async (...given: Parameters<typeof find>) => (await find(...given)).found[0]?.candidates;

describe("an interrupted create", () => {
  const shop = { name: "shop", ...location };

  it("may have left the pipeline of its name, in its location", async () => {
    expect((await find(shop)).found).to.deep.equal([
      {
        urn: "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline::res-new",
        resource: "res-new",
        name: "shop",
        candidates: [{ name: "shop", id: "7" }],
      },
    ]);
    expect(await candidates({ ...shop, region: "SGN" })).to.deep.equal([]);
    expect(await candidates({ ...shop, name: "shopp" })).to.deep.equal([]);
  });

  it("has not left a pipeline that the stack manages here, but may have left one whose id it manages elsewhere", async () => {
    expect(await candidates(shop, {}, { managed: [stackPipeline("7", shop)] })).to.deep.equal([]);
    const elsewhere = stackPipeline("7", { ...shop, region: "SGN" });
    expect(await candidates(shop, {}, { managed: [elsewhere] })).to.have.length(1);
  });

  it("of an explicit provider is looked for in the account of that one", async () => {
    const asked: unknown[] = [];
    const connect = (async (location: object, provider?: string) => {
      asked.push(provider);
      return { location, lists: { pipelines: { all: async () => [{ id: 9, name: "shop" }] } } };
    }) as unknown as PendingCreatePorts["connect"];
    expect(await candidates(shop, { provider: explicit }, { connect })).to.deep.equal([{ name: "shop", id: "9" }]);
    await find(shop, {}, { connect });
    expect(asked).to.deep.equal([explicit, undefined]);
  });

  it("is undetermined with a secret name, and when nobody responds, and says why", async () => {
    const unnamed = await find({ ...shop, name: secret });
    expect(unnamed.found[0]).to.include({ name: "[secret]" }).and.not.have.property("candidates");
    expect(unnamed.notes).to.deep.equal([
      'The name of "res-new", whose create was interrupted, is a secret or not in the state.',
    ]);
    const refused = await find(shop, {}, { connect: () => Promise.reject(new Error("no key")) });
    expect(refused.found[0]).to.not.have.property("candidates");
    expect(refused.notes).to.deep.equal([
      'The account could not be asked for pipeline "shop", whose create was interrupted: no key',
    ]);
  });

  it("takes the settings of its provider out of the state, where secrets stand as JSON", () => {
    const wrapped = (value: string) => ({
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      plaintext: JSON.stringify(value),
    });
    const urn = explicit.slice(0, explicit.lastIndexOf("::"));
    const inputs = { "ncloud:accessKey": wrapped("AK"), "ncloud:region": "SGN", "ncloud:explicit": "true" };
    const deployment = { resources: [{ urn: "urn:x" }, { urn, inputs }] };
    expect(settingsIn(deployment, explicit)).to.deep.equal({ accessKey: "AK", region: "SGN" });
    expect(() => settingsIn({ resources: [] }, explicit)).to.throw('its provider "other" is not in the state.');
  });

  it("is neither another operation nor a resource of another kind", async () => {
    expect((await find(shop, { type: "aws:s3:Bucket" })).found).to.deep.equal([]);
    const updating = { type: "updating", resource: printedPipeline("7", shop) };
    expect(readDeployment({ pending_operations: [updating, null, { type: "creating" }] }).pendingCreates).to.deep.equal(
      [],
    );
  });

  it("is taken back, and accepted only where the pipelines are kept in data files", async () => {
    const urn = (name: string): string => `urn:pulumi:dev::shop::pulumi-nodejs:dynamic:Pipeline::${name}`;
    const files = new Map([["data/one.json", "{}"]]);
    const read = async (path: string): Promise<string | undefined> => files.get(path);
    expect(await haveFiles([{ urn: urn("one") }], "data", read)).to.equal(true);
    expect(await haveFiles([{ urn: urn("one") }, { urn: urn("two") }], "data", read)).to.equal(false);

    const pipeline = { name: "one", id: "7", urn: urn("one"), kind: "deleted" as const, changes: [] };
    const base = { version: 1 as const, project: "shop", stack: "dev", drift: true, checked: 1 };
    const report = { ...base, pipelines: [pipeline], pendingCreates: [], otherResources: 0, notes: [] };
    expect(formatText(report)).to.contain("takes it back.").and.not.contain("--accept");
    expect(formatText(report, true)).to.contain("npx -p pulumi-ncloud-sourcepipeline sourcepipeline drift --accept");
  });

  it("is reported with its id and the next step, in text and in Markdown", async () => {
    const [left] = (await find(shop)).found;
    const [none] = (await find({ ...shop, region: "SGN" })).found;
    const [unknown] = (await find(shop, {}, { connect: () => Promise.reject(new Error("no key")) })).found;
    const report: DriftReport = {
      version: 1,
      project: "shop",
      stack: "dev",
      drift: true,
      checked: 2,
      pipelines: [],
      pendingCreates: [left!, none!, unknown!],
      otherResources: 0,
      notes: [],
    };
    const clear = '"pulumi refresh --clear-pending-creates"';
    expect(formatText(report).split("\n")).to.deep.equal([
      "Stack dev: no pipeline differs from the last update (2 pipelines).",
      "",
      "Creates that were interrupted, whose outcome the stack does not know:",
      `! shop (resource res-new): pipeline 7 may be its outcome. Declare it with adopt: "7", or delete it. Then run ${clear}.`,
      `! shop (resource res-new): no pipeline "shop" was left behind. Run ${clear}.`,
      "! shop (resource res-new): its outcome could not be determined. Look for a pipeline of this name in its account. " +
        `If there is one, declare it with adopt: "<id>" or delete it. Then run ${clear}.`,
    ]);
    expect(formatMarkdown(report)).to.contain(
      `- \`shop\` (resource \`res-new\`): pipeline 7 may be its outcome. Declare it with adopt: "7", or delete it. Then run ${clear}.`,
    );
  });
});
