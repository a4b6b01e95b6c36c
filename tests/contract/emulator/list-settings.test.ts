import { expect } from "chai";
import type { Seed } from "../../../emulator/index.ts";
import { operations } from "../../../provider/services/sourcepipeline/api/index.ts";
import { errorOf } from "./support/bodies.ts";
import { useEmulator } from "./support/use-emulator.ts";

const five = [1, 2, 3, 4, 5];

/** Five of everything that can be listed. */
const seed: Seed = {
  repositories: five.map((n) => ({ id: n, name: `repository-${n}`, branches: ["main"] })),
  buildProjects: five.map((n) => ({
    id: 10 + n,
    name: `build-${n}`,
    source: { type: "SourceCommit", repository: "repository-1", branch: "main" },
  })),
  deployProjects: five.map((n) => ({
    id: 20 + n,
    name: `deploy-${n}`,
    stages: five.map((s) => ({
      id: 100 * n + s,
      name: `stage-${s}`,
      scenarios: five.map((c) => ({
        id: 1000 * n + 10 * s + c,
        name: `scenario-${c}`,
        source: { type: "SourceBuild" },
      })),
    })),
  })),
  pipelines: five.map((n) => ({
    id: 3000 + n,
    name: `pipeline-${n}`,
    tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 11 } }],
  })),
};

/** Every list that has pages: of SourcePipeline by the operation, of the related services by the path. */
const pagedLists: Readonly<Record<string, string>> = {
  getProjects: "/api/v1/project",
  getProjectHistories: "/api/v1/project/3001/history",
  getRepositories: "/api/v1/sourcecommit/repository",
  getBuildProjects: "/api/v1/sourcebuild/project",
  getDeployProjects: "/api/v1/sourcedeploy/project",
  getDeployStages: "/api/v1/sourcedeploy/project/21/stage",
  getDeployScenarios: "/api/v1/sourcedeploy/project/21/stage/101/scenario",
  "SourceCommit repositories": "/sourcecommit/api/v1/repository",
  "SourceBuild projects": "/sourcebuild/api/v1/project",
  "SourceDeploy projects": "/vpcsourcedeploy/api/v1/project",
  "SourceDeploy stages": "/vpcsourcedeploy/api/v1/project/21/stage",
  "SourceDeploy scenarios": "/vpcsourcedeploy/api/v1/project/21/stage/101/scenario",
};

describe("emulator: settings of lists", () => {
  const emulator = useEmulator({ seed });
  const set = (settings: object) => emulator.admin("PATCH", "/settings", settings);

  /** The ids, or names where there are no ids, of what a list returns. */
  const list = async (path: string, query = ""): Promise<unknown[]> => {
    const result = await emulator.result<Record<string, unknown>>("GET", `${path}${query}`);
    const items = Object.values(result).find(Array.isArray) as { id?: number; name?: string }[];
    return items.map(({ id, name }) => id ?? name);
  };
  const page = (path: string, number: number, size: number) => list(path, `?pageNo=${number}&pageSize=${size}`);

  describe("listCap", () => {
    beforeEach(async () => {
      for (const _ of five) await emulator.call("POST", "/api/v1/project/3001/do");
    });

    for (const [name, path] of Object.entries(pagedLists)) {
      it(`ends the list of ${name} early, and its pages lead to all the rest`, async () => {
        const whole = await list(path);
        expect(whole).to.have.length(5);
        await set({ listCap: 2 });
        expect(await list(path)).to.deep.equal(whole.slice(0, 2));
        for (const size of [2, 50]) {
          const pages = [await page(path, 1, size), await page(path, 2, size), await page(path, 3, size)];
          expect(pages).to.deep.equal([whole.slice(0, 2), whole.slice(2, 4), whole.slice(4)]);
          expect(await page(path, 4, size)).to.deep.equal([]);
        }
        expect(await page(path, 3, 1), "smaller pages stay as they are").to.deep.equal(whole.slice(2, 3));
      });

      it(`leaves the list of ${name} in one order when orders are shuffled`, async () => {
        await set({ order: "shuffled" });
        const whole = await list(path);
        await set({ listCap: 2 });
        const pages = [await list(path), await page(path, 2, 2), await page(path, 3, 50)];
        expect(pages.flat()).to.deep.equal(whole);
      });
    }

    it("is tried with every operation that has pages", () => {
      const paged = Object.entries(operations).filter(([, operation]) => "paged" in operation);
      expect(Object.keys(pagedLists)).to.include.members(paged.map(([name]) => name));
    });

    it("counts only what is searched for", async () => {
      await set({ listCap: 2 });
      expect(await list("/api/v1/sourcebuild/project", "?searchWord=build-1")).to.deep.equal([11]);
    });

    it("leaves the total as it is where a service returns it", async () => {
      await set({ listCap: 2 });
      for (const path of ["/sourcecommit/api/v1/repository", "/sourcebuild/api/v1/project"]) {
        expect(await emulator.result("GET", path)).to.include({ total: 5 });
      }
    });

    it("leaves whole what has no pages", async () => {
      await set({ listCap: 1 });
      const { timeZone } = await emulator.result<{ timeZone: string[] }>("GET", "/api/v1/trigger/timezone");
      expect(timeZone.length).to.be.greaterThan(100);
      await emulator.admin("POST", "/push", { repository: "repository-1", branch: "develop" });
      expect(await list("/api/v1/sourcecommit/repository/repository-1/branch")).to.have.length(2);
    });

    it("is off by default, and again at 0", async () => {
      const whole = await list("/api/v1/project");
      expect(whole).to.have.length(5);
      for (const listCap of [2, 0]) await set({ listCap });
      expect(await list("/api/v1/project")).to.deep.equal(whole);
    });

    for (const listCap of [-1, 1.5, "20"]) {
      it(`cannot be ${JSON.stringify(listCap)}`, async () => {
        const reply = await set({ listCap });
        expect(reply.status).to.equal(400);
        expect(errorOf(reply).details).to.contain("listCap: allowed is a whole number of entries from 0");
      });
    }
  });

  describe("emptyRepository", () => {
    const branches = async (repository: string) => [
      await emulator.result("GET", `/api/v1/sourcecommit/repository/${repository}/branch`),
      await emulator.result("GET", `/sourcecommit/api/v1/repository/${repository}/branch`),
    ];
    beforeEach(() =>
      emulator.admin("PUT", "/state", { repositories: [{ name: "empty" }, { name: "full", branches: ["main"] }] }),
    );

    it("says of a repository without a push that it has no branches, or master", async () => {
      expect(await branches("empty")).to.deep.equal([{ branchList: [] }, { default: null, branch: [] }]);
      await set({ emptyRepository: "master" });
      expect(await branches("empty")).to.deep.equal([
        { branchList: [{ name: "master" }] },
        { default: "master", branch: ["master"] },
      ]);
    });

    it("changes nothing of a repository that has branches, by the first push among others", async () => {
      await set({ emptyRepository: "master" });
      await emulator.admin("POST", "/push", { repository: "empty", branch: "main" });
      for (const repository of ["full", "empty"]) {
        expect(await branches(repository)).to.deep.equal([
          { branchList: [{ name: "main" }] },
          { default: "main", branch: ["main"] },
        ]);
      }
    });
  });
});
