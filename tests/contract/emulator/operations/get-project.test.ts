import { expect } from "chai";
import { readFile } from "node:fs/promises";
import type { Seed } from "../../../../emulator/index.ts";
import { errorOf } from "../support/bodies.ts";
import { useEmulator } from "../support/use-emulator.ts";

const fixtures = new URL("../../../fixtures/wire/", import.meta.url);

describe("emulator: getProject", () => {
  const emulator = useEmulator();

  describe("malformed", () => {
    it("refuses an id that is none", async () => {
      expect(errorOf(await emulator.call("GET", "/api/v1/project/shop"))).to.include({ status: 400, code: 340400 });
    });
  });

  describe("invalid", () => {
    it("says that a pipeline is missing", async () => {
      expect(errorOf(await emulator.call("GET", "/api/v1/project/1"))).to.include({ status: 400, code: 340404 });
    });
  });

  describe("behaviour", () => {
    const source = (repository: string, branch: string) => ({ repository, branch });
    const seed: Seed = {
      buildProjects: [
        { id: 20632, name: "build1", source: source("rep1", "main") },
        { id: 20633, name: "b1", source: { type: "GitHub", ...source("shop", "main") } },
        {
          id: 20634,
          name: "b2",
          source: { type: "BitBucket", workspace: { id: "w-1", name: "team" }, ...source("shop", "main") },
        },
      ],
      deployProjects: [
        {
          id: 12920,
          name: "deploy1",
          stages: [
            {
              id: 14146,
              name: "dev",
              scenarios: [
                { id: 2001, name: "rolling", source: { type: "SourceBuild", target: { projectName: "build1" } } },
                { id: 2002, name: "storage", source: { type: "ObjectStorage", target: { file: "bucket/object.zip" } } },
                {
                  id: 2003,
                  name: "cluster",
                  source: { type: "KubernetesService", target: { manifest: ["a.yaml", "b.yaml"] } },
                },
              ],
            },
          ],
        },
      ],
    };
    const builds = (projectId: number) => [{ name: "a", type: "SourceBuild", config: { projectId } }];
    const deploys = (scenarioId: number) => [
      { name: "a", type: "SourceDeploy", config: { projectId: 12920, stageId: 14146, scenarioId } },
    ];

    it("returns what the documentation shows", async () => {
      const { response } = JSON.parse(await readFile(new URL("get-project.json", fixtures), "utf8")) as {
        response: { body: { result: { tasks: { id: number; config: object }[] } } };
      };
      const { request } = JSON.parse(await readFile(new URL("create-project.json", fixtures), "utf8")) as {
        request: { body: { tasks: object[] } };
      };
      const tasks = request.body.tasks.map((task, index) => ({ id: 3101 + index, ...task }));
      await emulator.admin("PUT", "/state", {
        ...seed,
        pipelines: [
          { id: 2034, ...request.body, tasks },
          { id: 1234, name: "pipeline0", tasks: builds(20632) },
        ],
      });
      expect((await emulator.call("GET", "/api/v1/project/2034")).body).to.deep.equal(response.body);
    });

    const targets: [string, object[], object | null][] = [
      [
        "the branch of the build project, unless the task names one",
        builds(20632),
        { type: "SourceCommit", name: "build1", info: { repository: "rep1", branch: "main" } },
      ],
      ["GitHub", builds(20633), { type: "GitHub", name: "b1", info: { repository: "shop", branch: "main" } }],
      [
        "Bitbucket, spelt as this operation does",
        builds(20634),
        {
          type: "Bitbucket",
          name: "b2",
          info: { repository: "shop", branch: "main", workspace: { id: "w-1", name: "team" } },
        },
      ],
      ["an object", deploys(2002), { type: "ObjectStorage", name: "deploy1", info: { file: "bucket/object.zip" } }],
      [
        "manifests",
        deploys(2003),
        { type: "KubernetesService", name: "deploy1", info: { manifest: "a.yaml", fullManifest: "a.yaml / b.yaml" } },
      ],
      ["null when the project is gone", builds(1), null],
    ];
    for (const [what, tasks, target] of targets) {
      it(`resolves the target of a task: ${what}`, async () => {
        await emulator.admin("PUT", "/state", { ...seed, pipelines: [{ id: 7, name: "p", tasks }] });
        expect(await emulator.result("GET", "/api/v1/project/7")).to.have.deep.nested.property(
          "tasks[0].config.target",
          target,
        );
      });
    }

    it("has empty lists where no trigger is set", async () => {
      await emulator.admin("PUT", "/state", { ...seed, pipelines: [{ id: 7, name: "p", tasks: builds(20632) }] });
      const empty = { repository: [], schedule: [], sourcepipeline: [] };
      expect(await emulator.result("GET", "/api/v1/project/7")).to.deep.include({ description: "", trigger: empty });
    });
  });
});
