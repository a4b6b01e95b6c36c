import { expect } from "chai";
import { errorOf } from "../support/bodies.ts";
import {
  build,
  buildBody,
  clusterScenario,
  clusterStage,
  commit,
  deploy,
  manualCanary,
  serverScenario,
  serverStage,
} from "../support/related-bodies.ts";
import { useEmulator } from "../support/use-emulator.ts";

const long = (length: number) => "a".repeat(length);
const env = buildBody("x").env;
const withEnv = (more: object) => buildBody("new", { env: { ...env, ...more } });
const platform = (type: string, config: object) => withEnv({ platform: { type, config } });
const scenarios = `${deploy}/12920/stage/14146/scenario`;

/** A request that is refused, with the code and a part of the words. */
type Case = [what: string, method: string, path: string, body: object | undefined, code: number, words: string];

const cases: Case[] = [
  ["a repository without a name", "POST", commit, {}, 310400, "name"],
  ["a repository with an empty name", "POST", commit, { name: "" }, 310400, "name"],
  ["a repository with 101 characters", "POST", commit, { name: long(101) }, 310400, "name"],
  ["a repository with a blank", "POST", commit, { name: "a b" }, 310400, "name"],
  ["a description of 501 bytes", "POST", commit, { name: "a", description: "가".repeat(167) }, 310400, "500 bytes"],
  ["a taken name of a repository", "POST", commit, { name: "shop-api" }, 310405, "shop-api"],
  ["a repository that is not there", "GET", `${commit}/none`, undefined, 310404, "none"],
  ["an edit of no repository", "PATCH", `${commit}/id/1`, {}, 310404, "1"],
  ["a deletion of no repository", "DELETE", `${commit}/none`, undefined, 310404, "none"],
  ["a default branch that is not there", "POST", `${commit}/shop-api/branch/default`, { default: "no" }, 310400, "no"],

  ["a build project without a source", "POST", build, { name: "x", env }, 320400, "source"],
  ["a build project with 81 characters", "POST", build, buildBody(long(81)), 320400, "name"],
  [
    "a source that cannot be written",
    "POST",
    build,
    buildBody("x", { source: { type: "Github", config: { repository: "a", branch: "b" } } }),
    320400,
    "source.type",
  ],
  [
    "a repository that cannot be resolved",
    "POST",
    build,
    buildBody("x", { source: { type: "SourceCommit", config: { repository: "none", branch: "b" } } }),
    320610,
    "none",
  ],
  ["a taken name of a build project", "POST", build, buildBody("shop-api"), 320405, "shop-api"],
  ["an unknown machine", "POST", build, withEnv({ compute: { id: 9 } }), 320400, "env.compute.id"],
  [
    "an unknown operating system",
    "POST",
    build,
    platform("SourceBuild", { os: { id: 9 }, runtime: { id: 5, version: { id: 26 } } }),
    320400,
    "os.id",
  ],
  [
    "an unknown runtime",
    "POST",
    build,
    platform("SourceBuild", { os: { id: 1 }, runtime: { id: 9, version: { id: 26 } } }),
    320400,
    "runtime.id",
  ],
  [
    "a version of another runtime",
    "POST",
    build,
    platform("SourceBuild", { os: { id: 1 }, runtime: { id: 5, version: { id: 1 } } }),
    320400,
    "version.id",
  ],
  ["a platform without a runtime", "POST", build, platform("SourceBuild", { os: { id: 1 } }), 320400, "runtime"],
  [
    "a registry without an image",
    "POST",
    build,
    platform("ContainerRegistry", { registry: "r", tag: "t" }),
    320400,
    "image",
  ],
  ["a tag that begins with a dot", "POST", build, platform("PublicRegistry", { image: "i", tag: ".t" }), 320400, "tag"],
  ["docker without its engine", "POST", build, withEnv({ docker: { use: true } }), 320400, "env.docker.id"],
  ["a timeout of 4 minutes", "POST", build, withEnv({ timeout: 4 }), 320400, "env.timeout"],
  ["a timeout of 541 minutes", "POST", build, withEnv({ timeout: 541 }), 320400, "env.timeout"],
  [
    "a variable with a dash",
    "POST",
    build,
    withEnv({ envVars: [{ key: "A-B", value: "" }] }),
    320400,
    "envVars[0].key",
  ],
  [
    "an image that is built without a tag",
    "POST",
    build,
    buildBody("x", { cmd: { dockerbuild: { use: true, dockerfile: "D", registry: "r", image: "i" } } }),
    320400,
    "cmd.dockerbuild.tag",
  ],
  [
    "an artifact without a bucket",
    "POST",
    build,
    buildBody("x", { artifact: { use: true, path: ["a"], storage: { path: "a", filename: "b" } } }),
    320400,
    "artifact.storage.bucket",
  ],
  [
    "an artifact without a path",
    "POST",
    build,
    buildBody("x", { artifact: { use: true, path: [], storage: { bucket: "b", path: "a", filename: "b" } } }),
    320400,
    "artifact.path",
  ],
  [
    "a cache without a registry",
    "POST",
    build,
    buildBody("x", { cache: { use: true, image: "i", tag: "t" } }),
    320400,
    "cache.registry",
  ],
  ["a build project that is not there", "GET", `${build}/1`, undefined, 320404, "1"],
  ["an edit of no build project", "PATCH", `${build}/1`, {}, 320404, "1"],
  ["a deletion of no build project", "DELETE", `${build}/1`, undefined, 320404, "1"],
  ["a build of no build project", "POST", `${build}/1/build`, undefined, 320404, "1"],
  ["a cancellation of no build", "DELETE", `${build}/20632/build`, { buildId: "none" }, 320404, "none"],
  ["a cancellation without an id", "DELETE", `${build}/20632/build`, {}, 320400, "buildId"],

  ["a deploy project with 101 characters", "POST", deploy, { name: long(101) }, 330400, "name"],
  ["a taken name of a deploy project", "POST", deploy, { name: "shop" }, 330405, "shop"],
  ["a deletion of no deploy project", "DELETE", `${deploy}/1`, undefined, 330404, "1"],
  ["a stage of no deploy project", "POST", `${deploy}/1/stage`, serverStage("x"), 330404, "1"],
  [
    "a stage of an unknown type",
    "POST",
    `${deploy}/12920/stage`,
    { name: "x", type: "Rocket", config: {} },
    330400,
    "Server",
  ],
  [
    "a stage without servers",
    "POST",
    `${deploy}/12920/stage`,
    { name: "x", type: "Server", config: { serverNo: [] } },
    330400,
    "serverNo",
  ],
  [
    "a stage without a cluster",
    "POST",
    `${deploy}/12920/stage`,
    { name: "x", type: "KubernetesService", config: {} },
    330400,
    "clusterNo",
  ],
  ["a taken name of a stage", "POST", `${deploy}/12920/stage`, serverStage("prod"), 330405, "prod"],
  ["an edit of a stage's type alone", "PATCH", `${deploy}/12920/stage/14146`, { type: "Server" }, 330400, "config"],
  ["an edit of a stage to a taken name", "PATCH", `${deploy}/12920/stage/14146`, { name: "prod" }, 330405, "prod"],
  ["a stage that is not there", "GET", `${deploy}/12920/stage/1`, undefined, 330404, "not found"],
  ["a taken name of a scenario", "POST", scenarios, serverScenario("rolling"), 330405, "rolling"],
  ["a scenario with 101 characters", "POST", scenarios, serverScenario(long(101)), 330900, "name"],
  [
    "a strategy of another type of stage",
    "POST",
    scenarios,
    serverScenario("x", { strategy: "canary" }),
    330900,
    "strategy",
  ],
  [
    "a file that is not under its type",
    "POST",
    scenarios,
    serverScenario("x", { file: { type: "SourceBuild" } }),
    330900,
    "file.SourceBuild",
  ],
  [
    "a file of no build project",
    "POST",
    scenarios,
    serverScenario("x", { file: { type: "SourceBuild", SourceBuild: { id: 1 } } }),
    330400,
    "SourceBuild.id",
  ],
  ["a manifest on servers", "POST", scenarios, clusterScenario("x"), 330900, "manifest"],
  ["a scenario that is not there", "GET", `${scenarios}/1`, undefined, 330404, "not found"],
  ["a deployment of no scenario", "POST", `${scenarios}/1/deploy`, undefined, 330404, "not found"],
  ["a history that is not there", "GET", `${deploy}/12920/history/1`, undefined, 330404, "not found"],
  ["the objects of no bucket", "GET", "/sourcedeploy/api/v1/objectstorage/bucket/none", undefined, 330404, "none"],
];

describe("emulator: invalid requests to related services", () => {
  const emulator = useEmulator();

  for (const [what, method, path, body, code, words] of cases) {
    it(`refuses ${what}`, async () => {
      const { status, code: actual, details } = errorOf(await emulator.call(method, path, body));
      expect({ status, code: actual }, details).to.deep.equal({ status: 400, code });
      expect(details).to.contain(words);
    });
  }

  describe("of scenarios on a cluster", () => {
    const wrong: [what: string, body: object, words: string][] = [
      ["a strategy of servers", clusterScenario("x", { strategy: "normal" }), "strategy"],
      [
        "manifest.path as text",
        clusterScenario("x", {
          manifest: { type: "SourceCommit", repository: "shop-api", branch: "main", path: "a.yaml" },
        }),
        "path",
      ],
      [
        "manifest.repository as an object",
        clusterScenario("x", {
          manifest: { type: "SourceCommit", repository: { id: 1 }, branch: "main", path: ["a"] },
        }),
        "repository",
      ],
      [
        "manifest.repositoryId",
        clusterScenario("x", { manifest: { type: "SourceCommit", repositoryId: 1, branch: "main", path: ["a"] } }),
        "repositoryId",
      ],
      [
        "a manifest of type Inline",
        clusterScenario("x", { manifest: { type: "Inline", repository: "shop-api", branch: "main", path: ["a"] } }),
        "type",
      ],
      ["a type at the top", { ...clusterScenario("x"), type: "KubernetesService" }, "type"],
      ["a canary without its config", clusterScenario("x", { strategy: "canary" }), "canaryConfig"],
      [
        "a config of a canary for another strategy",
        clusterScenario("x", { canaryConfig: manualCanary.canaryConfig }),
        "canaryConfig",
      ],
      [
        "a canary by hand without a time",
        clusterScenario("x", { strategy: "canary", canaryConfig: { analysisType: "manual", canaryCount: 1 } }),
        "timeout",
      ],
      [
        "11 pods",
        clusterScenario("x", { strategy: "canary", canaryConfig: { ...manualCanary.canaryConfig, canaryCount: 11 } }),
        "canaryCount",
      ],
      [
        "an analysis without metrics",
        clusterScenario("x", { strategy: "canary", canaryConfig: { analysisType: "auto", canaryCount: 1 } }),
        "metrics",
      ],
    ];
    for (const [what, body, words] of wrong) {
      it(`refuses ${what} with 330900`, async () => {
        const { id } = await emulator.result<{ id: number }>("POST", `${deploy}/12920/stage`, clusterStage("cluster"));
        const reply = await emulator.call("POST", `${deploy}/12920/stage/${id}/scenario`, body);
        expect(errorOf(reply)).to.include({ status: 400, code: 330900 });
        expect((reply.body as { error: { message: string } }).error.message).to.equal("unknown");
        expect(errorOf(reply).details).to.contain(words);
      });
    }
  });
});
