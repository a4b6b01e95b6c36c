import { expect } from "chai";
import { errorOf } from "../support/bodies.ts";
import { useEmulator } from "../support/use-emulator.ts";

/** What each look-up returns of the sample world, and what cannot be looked up. */
const lookups = [
  {
    operation: "getRepositories",
    path: "/api/v1/sourcecommit/repository",
    whole: { repositoryList: [{ name: "shop-web" }, { name: "shop-api" }] },
    search: ["api", { repositoryList: [{ name: "shop-api" }] }],
  },
  {
    operation: "getBuildProjects",
    path: "/api/v1/sourcebuild/project",
    whole: {
      projectList: [
        { id: 20633, name: "shop-web", source: { type: "SourceCommit", repository: "shop-web", branch: "main" } },
        { id: 20632, name: "shop-api", source: { type: "SourceCommit", repository: "shop-api", branch: "main" } },
      ],
    },
    search: ["none", { projectList: [] }],
  },
  {
    operation: "getDeployProjects",
    path: "/api/v1/sourcedeploy/project",
    whole: { projectList: [{ id: 12920, name: "shop" }] },
    search: ["ho", { projectList: [{ id: 12920, name: "shop" }] }],
  },
  {
    operation: "getDeployStages",
    path: "/api/v1/sourcedeploy/project/12920/stage",
    whole: {
      stageList: [
        { id: 14147, name: "prod" },
        { id: 14146, name: "dev" },
      ],
    },
    search: ["dev", { stageList: [{ id: 14146, name: "dev" }] }],
    missing: { path: "/api/v1/sourcedeploy/project/1/stage", code: 330404 },
  },
  {
    operation: "getDeployScenarios",
    path: "/api/v1/sourcedeploy/project/12920/stage/14147/scenario",
    whole: {
      scenarioList: [
        { id: 21004, name: "blue-green", source: { type: "SourceBuild", target: { projectName: "shop-api" } } },
        { id: 21003, name: "rolling", source: { type: "SourceBuild", target: { projectName: "shop-api" } } },
      ],
    },
    search: ["none", { scenarioList: [] }],
    missing: { path: "/api/v1/sourcedeploy/project/12920/stage/1/scenario", code: 330404 },
  },
] as const;

for (const { operation, path, whole, search, ...more } of lookups) {
  describe(`emulator: ${operation}`, () => {
    const emulator = useEmulator();

    describe("malformed", () => {
      it("refuses half a pair of paging parameters", async () => {
        expect(errorOf(await emulator.call("GET", `${path}?pageSize=1`))).to.include({ status: 400, code: 340400 });
      });
    });

    if ("missing" in more) {
      const { missing } = more;
      describe("invalid", () => {
        it("says that something above it is missing", async () => {
          expect(errorOf(await emulator.call("GET", missing.path))).to.include({ status: 400, code: missing.code });
        });
      });
    }

    describe("behaviour", () => {
      it("gives the whole list, the newest first", async () => {
        expect(await emulator.result("GET", path)).to.deep.equal(whole);
      });

      it("filters by searchWord", async () => {
        expect(await emulator.result("GET", `${path}?searchWord=${search[0]}`)).to.deep.equal(search[1]);
      });

      it("gives pages", async () => {
        const [key, items] = Object.entries(whole)[0] as [string, object[]];
        const first = await emulator.result("GET", `${path}?pageNo=1&pageSize=1`);
        expect(first).to.deep.equal({ [key]: items.slice(0, 1) });
        expect(await emulator.result("GET", `${path}?pageNo=9&pageSize=1`)).to.deep.equal({ [key]: [] });
      });
    });
  });
}

describe("emulator: getBranches", () => {
  const emulator = useEmulator();
  const path = (name: string) => `/api/v1/sourcecommit/repository/${name}/branch`;

  describe("malformed", () => {
    it("finds no operation for bad percent-encoding", async () => {
      expect(errorOf(await emulator.call("GET", path("%zz")))).to.include({ status: 404, code: "300" });
    });
  });

  describe("invalid", () => {
    it("says that a repository is missing", async () => {
      expect(errorOf(await emulator.call("GET", path("none")))).to.include({ status: 400, code: 310404 });
    });
  });

  describe("behaviour", () => {
    it("lists branches as objects", async () => {
      const branchList = [{ name: "main" }, { name: "develop" }];
      expect(await emulator.result("GET", path("shop-api"))).to.deep.equal({ branchList });
    });

    it("decodes the name", async () => {
      await emulator.admin("PUT", "/state", { repositories: [{ name: "a/b 저장소", branches: ["x"] }] });
      const branchList = [{ name: "x" }];
      expect(await emulator.result("GET", path(encodeURIComponent("a/b 저장소")))).to.deep.equal({ branchList });
    });
  });
});

describe("emulator: getTimeZones", () => {
  const emulator = useEmulator();

  it("lists zones with the offset of their standard time, from west to east", async () => {
    const { timeZone } = await emulator.result<{ timeZone: string[] }>("GET", "/api/v1/trigger/timezone");
    expect(timeZone[0]).to.equal("Etc/GMT+12 (UTC-12:00)");
    expect(timeZone).to.include.members([
      "Asia/Seoul (UTC+09:00)",
      "Pacific/Auckland (UTC+12:00)",
      "Pacific/Apia (UTC+13:00)",
    ]);
    for (const zone of timeZone) expect(zone).to.match(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+ \(UTC[+-]\d\d:\d\d\)$/);
  });
});
