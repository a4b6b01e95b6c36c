import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { createEmulator } from "../../../emulator/index.ts";
import type * as publicClient from "../../../sdk/client/client.ts";
import type * as sdk from "../../../sdk/index.ts";

const bundle = fileURLToPath(new URL("../../../dist/bundle/", import.meta.url));

/** The packages that a bundle loads before anything is called. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, "utf8");
  const names = [...text.matchAll(/^(?:import|export) ?[^"()]*"([^"]+)";$/gm)].map(([, name = ""]) => name);
  return names.flatMap((name) => (name.startsWith(".") ? packagesOf(join(dirname(file), name), seen) : [name]));
}

describe("the built entries", () => {
  it("start without the client: got, zod and what belongs to them load with the first call", () => {
    const started = packagesOf(join(bundle, "sdk.js"));
    expect(started).to.include("@pulumi/pulumi");
    expect(started.filter((name) => !/^(node:.*|@pulumi\/pulumi|fastest-levenshtein)$/.test(name))).to.deep.equal([]);
    // The way to look is right only if it finds the client where it is.
    expect(packagesOf(join(bundle, "client.js"))).to.include("p-limit");
  });

  it("of them, the client starts without the Pulumi SDK, got and zod", () => {
    const started = packagesOf(join(bundle, "client.js")).filter((name) => !name.startsWith("node:"));
    expect([...new Set(started)]).to.deep.equal(["p-limit"]);
  });

  it("share the classes of errors, and give the signed client", async () => {
    const name = "pulumi-ncloud-sourcepipeline";
    const { createClient, isServiceError, NotFoundError } = (await import(`${name}/client`)) as typeof publicClient;
    const main = (await import(name)) as typeof sdk;
    const emulator = await createEmulator({ log: "silent" });
    const { url, accessKey, secretKey } = emulator;
    try {
      const client = createClient({ endpoint: url, region: "KR", accessKey, secretKey });
      expect((await client.getProjects({})).projectList).to.deep.equal([]);
      const error = await client.getProject({ projectId: 4711 }).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(NotFoundError).and.instanceOf(main.NotFoundError);
      expect(isServiceError(error)).to.equal(true);
      expect(main.isNcloudError(error)).to.equal(true);
      expect(error).to.include({ code: "NCLOUD_NOT_FOUND", operation: "getProject" });
    } finally {
      await emulator.close();
    }
  });
});
