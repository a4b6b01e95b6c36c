import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import type { Seed } from "../../../emulator/index.ts";
import { formDifferences, isObject, type Json } from "./support/compare-forms.ts";
import { useEmulator } from "./support/use-emulator.ts";

/** One read of a related service, transcribed from the reference by hand and never written by our own code. */
interface Fixture {
  /** Section of the reference, and where the reference has it from. */
  section: string;
  source: string;
  request: { method: string; path: string };
  /** What stands under `result`: every field, with a value of its type. */
  result: Json;
  /** Values that are said to be these. */
  fixed?: Record<string, Json>;
  /** Fields that may be null as long as nothing is set. */
  unset: string[];
}
const folder = new URL("../../fixtures/related-services/", import.meta.url);
const fixtures = readdirSync(folder).map((file) => ({
  file,
  ...(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture),
}));

/** Holds everything that the fixtures name. */
const seed: Seed = {
  repositories: [{ id: 104211, name: "rep1", branches: ["master"] }],
  buildProjects: [{ id: 20632, name: "build1", source: { repository: "rep1", branch: "master" } }],
  deployProjects: [
    {
      id: 12920,
      name: "deploy1",
      stages: [
        {
          id: 14146,
          name: "server",
          scenarios: [
            { id: 2001, name: "source-build", source: { type: "SourceBuild", target: { projectName: "build1" } } },
            {
              id: 2002,
              name: "object-storage",
              source: { type: "ObjectStorage", target: { file: "bucket1/folder/object.zip" } },
            },
            { id: 2003, name: "later" },
            { id: 2005, name: "gone", source: { type: "SourceBuild", target: { projectName: "deleted" } } },
            { id: 2006, name: "no-file", source: { type: "ObjectStorage" } },
          ],
        },
        {
          id: 14147,
          name: "cluster",
          scenarios: [
            {
              id: 2004,
              name: "kubernetes",
              source: { type: "KubernetesService", target: { manifest: ["a.yaml", "b.yaml"] } },
            },
          ],
        },
      ],
    },
  ],
};

describe("emulator: what related services return, field by field", () => {
  const emulator = useEmulator({ seed });

  for (const { file, section, request, result, fixed = {}, unset } of fixtures) {
    it(`has all that section ${section} says, and no more, in ${file}`, async () => {
      const actual = await emulator.result<Json>(request.method, request.path);
      expect(formDifferences(actual, result, unset)).to.deep.equal([]);
      for (const [path, value] of Object.entries(fixed)) expect(at(actual, path), path).to.deep.equal(value);
    });
  }

  const scenario = (id: number) =>
    emulator.result<Json>("GET", `/vpcsourcedeploy/api/v1/project/12920/stage/14146/scenario/${id}`);

  it("names the build project of a scenario also when it is gone", async () => {
    expect(at(await scenario(2005), "config.file")).to.deep.equal({
      type: "SourceBuild",
      SourceBuild: { id: null, name: "deleted" },
    });
  });

  it("calls the file of a scenario later when none is named", async () => {
    expect(at(await scenario(2006), "config.file")).to.deep.equal({ type: "later" });
  });

  it("names as many servers as it numbers", async () => {
    const { serverNo, serverName } = (
      await emulator.result<{ config: Record<string, unknown[]> }>(
        "GET",
        "/vpcsourcedeploy/api/v1/project/12920/stage/14146",
      )
    ).config;
    expect(serverNo).to.have.length(serverName!.length);
  });

  it("gives the same creation time at each reading", async () => {
    const read = () => emulator.result("GET", "/sourcecommit/api/v1/repository/rep1");
    const first = await read();
    await emulator.admin("POST", "/clock", { advanceMs: 86_400_000 });
    expect(await read()).to.deep.equal(first);
  });
});

const at = (value: Json, path: string): Json | undefined =>
  path.split(".").reduce<Json | undefined>((holder, key) => (isObject(holder) ? holder[key] : undefined), value);
