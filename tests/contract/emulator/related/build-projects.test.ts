import { expect } from "chai";
import { errorOf, pipelineBody } from "../support/bodies.ts";
import { build, buildBody, deploy, serverScenario } from "../support/related-bodies.ts";
import { startTime, useEmulator } from "../support/use-emulator.ts";

interface Project {
  id: number;
  description: string;
  env: { timeout: number; envVars: object[]; platform: { type: string; config: object }; docker: object };
  cmd: { pre: string[]; build: string[]; dockerbuild: object };
  artifact: object;
  lastBuild: unknown;
  source: object;
  created: object;
}

describe("emulator: build projects", () => {
  const emulator = useEmulator();
  const settings = (change: object) => emulator.admin("PATCH", "/settings", change);
  const create = (body: object) => emulator.result<{ id: number; name: string }>("POST", build, body);
  const get = (id: number) => emulator.result<Project>("GET", `${build}/${id}`);

  it("come back as they were created, with the names of what they number and with defaults", async () => {
    const { id, name } = await create(buildBody("new"));
    expect(name).to.equal("new");
    expect(await get(id)).to.deep.equal({
      id,
      name: "new",
      description: "",
      created: { timestamp: Date.parse(startTime), user: "emulator" },
      source: { type: "SourceCommit", config: { repository: "shop-api", branch: "main" } },
      env: {
        compute: { id: 1, cpu: 2, mem: 4 },
        platform: {
          type: "SourceBuild",
          config: {
            os: { id: 1, name: "ubuntu", version: "16.04", archi: "x64" },
            runtime: { id: 5, name: "python", version: { id: 26, name: "3.9-1.0.0" } },
          },
        },
        docker: { use: false, id: null, name: null },
        timeout: 60,
        envVars: [],
      },
      cmd: {
        pre: [],
        build: [],
        post: [],
        dockerbuild: { use: false, dockerfile: null, registry: null, image: null, tag: null, latest: false },
      },
      artifact: { use: false, path: [], storage: { bucket: null, path: null, filename: null }, backup: false },
      cache: { use: false, registry: null, image: null, tag: null, latest: false },
      linked: { CloudLogAnalytics: false, FileSafer: false },
      lastBuild: { id: null, timestamp: null, status: null },
    });
  });

  it("of a registry's image have neither os nor runtime, although the vendor's provider sends both empty", async () => {
    const config = { registry: "r", image: "shop", tag: "v1", os: {}, runtime: { version: {} } };
    const { env } = buildBody("new");
    const { id } = await create(buildBody("new", { env: { ...env, platform: { type: "ContainerRegistry", config } } }));
    expect((await get(id)).env.platform).to.deep.equal({
      type: "ContainerRegistry",
      config: { registry: "r", image: "shop", tag: "v1" },
    });
  });

  it("show the values of their variables in clear", async () => {
    const envVars = [{ key: "TOKEN", value: "s3cret" }];
    const { id } = await create(buildBody("new", { env: { ...buildBody("new").env, envVars } }));
    expect((await get(id)).env.envVars).to.deep.equal(envVars);
  });

  it("have 5 minutes when told so, unless they say otherwise", async () => {
    await settings({ defaultBuildTimeout: 5 });
    expect((await get(20632)).env.timeout).to.equal(5);
    const { id } = await create(buildBody("new", { env: { ...buildBody("new").env, timeout: 30 } }));
    expect((await get(id)).env.timeout).to.equal(30);
  });

  describe("when they are edited", () => {
    const cmd = { pre: ["a"], build: ["b"] };
    const original = () => {
      const { env } = buildBody("new");
      return buildBody("new", {
        description: "d",
        cmd,
        env: { ...env, timeout: 30, envVars: [{ key: "A", value: "1" }] },
      });
    };

    it("keep what is left out, at every depth, and replace lists as a whole", async () => {
      const { id } = await create(original());
      await emulator.result("PATCH", `${build}/${id}`, {
        cmd: { build: ["c"] },
        env: { envVars: [{ key: "B", value: "2" }] },
      });
      const { description, cmd: commands, env } = await get(id);
      expect(description).to.equal("d");
      expect(commands).to.deep.include({ pre: ["a"], build: ["c"] });
      expect(env).to.deep.include({ timeout: 30, envVars: [{ key: "B", value: "2" }] });
    });

    it("replace groups as a whole when told so", async () => {
      const { id } = await create(original());
      await settings({ patchDepth: "groups" });
      await emulator.result("PATCH", `${build}/${id}`, { cmd: { build: ["c"] } });
      expect((await get(id)).cmd).to.deep.include({ pre: [], build: ["c"] });
      expect((await get(id)).env.timeout).to.equal(30);
    });

    it("lose what is left out when told so", async () => {
      const { id } = await create(original());
      await settings({ patchDepth: "whole" });
      await emulator.result("PATCH", `${build}/${id}`, { artifact: { use: false } });
      const project = await get(id);
      expect([project.description, project.cmd.build]).to.deep.equal(["", []]);
    });

    it("lose their description only, when told so", async () => {
      const { id } = await create(original());
      await settings({ patchOmission: "clears" });
      await emulator.result("PATCH", `${build}/${id}`, {});
      const project = await get(id);
      expect([project.description, project.cmd.build]).to.deep.equal(["", ["b"]]);
    });

    it("take another platform as one, without what belonged to the one before", async () => {
      const { id } = await create(original());
      await emulator.result("PATCH", `${build}/${id}`, {
        env: { platform: { type: "PublicRegistry", config: { image: "nginx", tag: "1" } } },
      });
      expect((await get(id)).env.platform).to.deep.equal({
        type: "PublicRegistry",
        config: { image: "nginx", tag: "1" },
      });
    });

    it("cannot be made into what a create refuses", async () => {
      const { id } = await create(original());
      const reply = await emulator.call("PATCH", `${build}/${id}`, { cmd: { dockerbuild: { use: true } } });
      expect(errorOf(reply)).to.include({ code: 320400 });
      expect((await get(id)).cmd.dockerbuild).to.include({ use: false });
    });

    it("keep a source that cannot be written", async () => {
      const source = { type: "GitHub", repository: "shop", branch: "main" };
      await emulator.admin("PUT", "/state", { buildProjects: [{ id: 7, name: "hub", source }] });
      await emulator.result("PATCH", `${build}/7`, { description: "new" });
      expect((await get(7)).source).to.deep.equal({ type: "Github", config: { repository: "shop", branch: "main" } });
    });
  });

  it("are gone once deleted, also when a pipeline names them, which keeps the id", async () => {
    const { projectId } = await emulator.result<{ projectId: number }>("POST", "/api/v1/project", pipelineBody("shop"));
    expect(await emulator.result("DELETE", `${build}/20632`)).to.deep.equal({ result: true });
    expect(errorOf(await emulator.call("GET", `${build}/20632`)).code).to.equal(320404);
    const pipeline = await emulator.result<{ tasks: { config: object }[] }>("GET", `/api/v1/project/${projectId}`);
    expect(pipeline.tasks[0]!.config).to.deep.equal({ projectId: 20632, target: null });
  });

  it("that are named are kept when told so", async () => {
    await emulator.result("POST", "/api/v1/project", pipelineBody("shop"));
    await emulator.result("POST", `${deploy}/12920/stage/14146/scenario`, serverScenario("new"));
    await settings({ deleteInUse: "refused" });
    const { code, details } = errorOf(await emulator.call("DELETE", `${build}/20632`));
    expect(code).to.equal(320409);
    expect(details).to.contain("the pipeline shop").and.contain("the scenario new");
  });

  it("refuse buckets and registries that are not there, when told so", async () => {
    const body = buildBody("new", {
      artifact: { use: true, path: ["a"], storage: { bucket: "none", path: "p", filename: "f" } },
      cache: { use: true, registry: "none", image: "i", tag: "t" },
    });
    await settings({ unknownResources: "refused" });
    const { code, details } = errorOf(await emulator.call("POST", build, body));
    expect(code).to.equal(320400);
    expect(details).to.contain("artifact.storage.bucket").and.contain("cache.registry");
    await settings({ unknownResources: null });
    expect((await create(body)).name).to.equal("new");
  });

  it("show nothing where nothing is set, when told so", async () => {
    await settings({ unsetValues: "absent" });
    const project = await get(20632);
    expect(project).not.to.have.any.keys("description", "lastBuild");
    expect(project.env).not.to.have.property("envVars");
    expect(project.artifact).to.deep.equal({ use: false, path: [], backup: false });
    await settings({ unsetValues: "null" });
    expect(await get(20632)).to.deep.include({ description: null, lastBuild: null });
  });

  it("are deleted without a body, and created with 201, when told so", async () => {
    await settings({ createStatus: 201, deleteStatus: 204 });
    expect((await emulator.call("POST", build, buildBody("new"))).status).to.equal(201);
    expect(await emulator.call("DELETE", `${build}/20632`)).to.include({ status: 204, text: "" });
  });
});
