import { expect } from "chai";
import { readFileSync } from "node:fs";
import { detectDrift } from "../../../cli/drift/detect-drift.ts";
import { findPendingCreates } from "../../../cli/drift/pending-creates.ts";
import { readEvents } from "../../../cli/preview/read-events.ts";
import { explicitSettings, settingsIn } from "../../../cli/pulumi/provider-settings.ts";
import { readDeployment } from "../../../cli/pulumi/read-stack.ts";
import { readStep } from "../../../cli/pulumi/refresh-preview.ts";
import { managedPipelinesOf, nameOf, pipelineOf } from "../../../cli/pulumi/stack-pipeline.ts";
import { settingPrefixOf } from "../../../provider/hosts/shared/resource-types.ts";
import { location } from "./stack-pipelines.ts";

interface Printed {
  deployment: { resources: { urn: string; type: string; id: string; inputs: object; outputs: object }[] };
}

/** The same stack as each host leaves it in an export with its secrets. */
const stateOf = (host: string): Printed => {
  const file = new URL(`../../fixtures/hosts/${host}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Printed;
};

/** Fails where it is asked. */
const nobody = (): never => {
  throw new Error("Nobody is to be asked.");
};

for (const host of ["dynamic", "plugin"]) {
  describe(`a stack of the ${host} host`, () => {
    const printed = stateOf(host);
    const { resources, pendingCreates } = readDeployment(printed.deployment);
    const stored = (name: string) => {
      const found = printed.deployment.resources.find(({ urn }) => urn.endsWith(`::${name}`));
      if (found === undefined) throw new Error(`There is no ${name}.`);
      return found;
    };

    it("shows its pipelines, those that are only read beside those that it manages, and no runs among them", () => {
      expect(resources.flatMap((one) => pipelineOf(one) ?? []).map(nameOf)).to.deep.equal(["shop", "base"]);
      expect(managedPipelinesOf({ resources }).map(({ id }) => id)).to.deep.equal(["3101"]);
      expect(managedPipelinesOf({ resources })[0]?.inputs.values.tasks).to.have.length(1);
    });

    it("has drifted where a refresh would change a pipeline", async () => {
      const { urn, inputs, outputs, ...rest } = stored("shop");
      const edited = { ...inputs, description: "edited" };
      const step = {
        op: "update",
        urn,
        oldState: { urn, inputs, outputs, ...rest },
        newState: { urn, inputs: edited, outputs: { ...outputs, ...edited }, ...rest },
        ...(host === "plugin" ? { detailedDiff: { description: { kind: "add" } } } : { diffReasons: ["description"] }),
      };
      const report = await detectDrift(readStep(step), nobody);
      expect(report).to.deep.include({ drift: true, checked: 1, otherResources: 0, notes: [] });
      expect(report.pipelines[0]).to.deep.include({ kind: "edited", name: "shop", id: "3101" });
      expect(report.pipelines[0]?.changes[0]).to.deep.include({ property: "description", after: "edited" });
    });

    it("is asked in the account of a pipeline's own provider what became of an interrupted create", async () => {
      const asked: unknown[] = [];
      const connect = (async (place: { region?: string }, provider?: string) => {
        const name = provider?.split("::").at(-2);
        asked.push([place.region, name]);
        return {
          location: { ...location, ...place },
          lists: { pipelines: { all: async () => [{ id: 7, name: "half" }] } },
        };
      }) as unknown as Parameters<typeof findPendingCreates>[1]["connect"];
      const found = await findPendingCreates(pendingCreates, { managed: [], connect, note: nobody });
      expect(found.map(({ candidates }) => candidates)).to.deep.equal(Array(2).fill([{ name: "half", id: "7" }]));
      expect(asked).to.deep.equal([
        ["SGN", "other"],
        ["KR", undefined],
      ]);
    });

    it("has the settings of an explicit provider, whose keys are secrets", () => {
      const { urn, type, id, inputs } = stored("other");
      const settings = { accessKey: "AK", secretKey: "SK", region: "SGN" };
      expect(settingsIn(printed.deployment, `${urn}::${id}`)).to.deep.equal(settings);
      const prefix = settingPrefixOf(type) ?? "";
      const given = { [`${prefix}region`]: "SGN", [`${prefix}explicit`]: "true" };
      expect(explicitSettings(type, given)).to.deep.equal({ region: "SGN" });
      expect(explicitSettings("pulumi:providers:aws", { region: "eu", "ncloud:explicit": "true" })).to.equal(undefined);
      expect(JSON.stringify(readDeployment(printed.deployment)))
        .to.not.contain("AK")
        .and.not.contain("SK");
      expect(JSON.stringify(inputs)).to.contain("AK");
    });

    it("is previewed with its pipelines by themselves", () => {
      const log = resources
        .map(({ urn, type, id, inputs }) => ({ op: "update", urn, type, old: { id, inputs }, new: { id, inputs } }))
        .map((metadata) => JSON.stringify({ resourcePreEvent: { metadata } }))
        .join("\n");
      const { pipelines, otherChanges } = readEvents(log);
      expect(pipelines.map(({ id, change }) => [id, change])).to.deep.equal([
        ["3101", "update"],
        ["3102", "update"],
      ]);
      // The stack and the run.
      expect(otherChanges).to.equal(2);
    });
  });
}

describe("the dynamic provider of other resources", () => {
  it("is not taken for one of ours, although its type is the same", () => {
    expect(explicitSettings("pulumi:providers:pulumi-nodejs", { "ncloud:region": "KR" })).to.equal(undefined);
  });
});
