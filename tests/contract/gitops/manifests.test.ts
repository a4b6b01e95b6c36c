import { expect } from "chai";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { type KindSchema, violationsOf } from "./violations-of.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, "utf8");

/** Taken from what is published; each says where. */
interface Kind {
  source: string;
  schema: KindSchema;
}
const stack = JSON.parse(read("tests/fixtures/kinds/stack.json")) as Kind & { apiVersion: string; kind: string };
const driftSchedule = JSON.parse(read("tests/fixtures/kinds/drift-schedule.json")) as Kind & { type: string };

interface Resource {
  type: string;
  properties: Record<string, unknown>;
}

describe("the example's manifests", () => {
  it("have a stack as the Pulumi Kubernetes Operator 2.9 publishes its kind", () => {
    const manifest = parse(read("examples/gitops/operator/stack.yaml")) as Record<string, unknown>;
    expect(manifest).to.include({ apiVersion: stack.apiVersion, kind: stack.kind });
    expect(violationsOf(manifest, stack.schema)).to.deep.equal([]);
  });

  it("have a drift schedule as Pulumi Cloud's provider 1.3 publishes its type", () => {
    const program = parse(read("examples/gitops/deployments/Pulumi.yaml")) as { resources: Record<string, Resource> };
    const [resource, ...others] = Object.values(program.resources);
    expect(others).to.deep.equal([]);
    expect(resource?.type).to.equal(driftSchedule.type);
    expect(violationsOf(resource?.properties, driftSchedule.schema)).to.deep.equal([]);
  });

  it("would be found wrong", () => {
    const spec = { stack: 1, refesh: true, envRefs: { KEY: { type: "Secret", secret: { name: "ncloud" } } } };
    expect(violationsOf({ spec }, stack.schema)).to.deep.equal([
      ".spec.stack: integer instead of string",
      ".spec.refesh: unknown",
      ".spec.envRefs.KEY.secret.key: missing",
    ]);
    expect(violationsOf({ organization: "o", cron: "" }, driftSchedule.schema)).to.deep.equal([
      ".project: missing",
      ".scheduleCron: missing",
      ".stack: missing",
      ".cron: unknown",
    ]);
  });
});
