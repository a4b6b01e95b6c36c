import { expect } from "chai";
import { errorOf } from "../support/bodies.ts";
import { build, buildBody, commit } from "../support/related-bodies.ts";
import { startTime, useEmulator } from "../support/use-emulator.ts";

interface Repository {
  id: number;
  description: unknown;
  created: { timestamp: number; user: string };
  linked: { FileSafer: boolean; ObjectStorage: boolean };
}

describe("emulator: repositories", () => {
  const emulator = useEmulator();
  const get = (name: string | number) => emulator.result<Repository>("GET", `${commit}/${name}`);
  const settings = (change: object) => emulator.admin("PATCH", "/settings", change);

  it("are created with a bare true and found by name, by id, and by the id in place of the name", async () => {
    expect(
      await emulator.result("POST", commit, { name: "new", description: "d", linked: { FileSafer: true } }),
    ).to.equal(true);
    const created = await get("new");
    expect(created).to.deep.include({
      description: "d",
      linked: { FileSafer: true, ObjectStorage: false },
      created: { timestamp: Date.parse(startTime), user: "emulator" },
    });
    expect(await get(`id/${created.id}`)).to.deep.equal(created);
    expect(await get(created.id)).to.deep.equal(created);
    await settings({ repositoryByIdOrName: "name" });
    expect(errorOf(await emulator.call("GET", `${commit}/${created.id}`)).code).to.equal(310404);
  });

  it("can be used at once by build projects, and by SourcePipeline", async () => {
    await emulator.result("POST", commit, { name: "new" });
    const source = { type: "SourceCommit", config: { repository: "new", branch: "main" } };
    await emulator.result("POST", build, buildBody("new", { source }));
    const listed = await emulator.result<{ repositoryList: { name: string }[] }>(
      "GET",
      "/api/v1/sourcecommit/repository",
    );
    expect(listed.repositoryList.map(({ name }) => name)).to.include("new");
  });

  it("keep what an edit leaves out", async () => {
    await emulator.result("POST", commit, { name: "new", description: "d", linked: { FileSafer: true } });
    await emulator.result("PATCH", `${commit}/new`, { linked: { ObjectStorage: true } });
    expect(await get("new")).to.deep.include({ description: "d", linked: { FileSafer: true, ObjectStorage: true } });
    await emulator.result("PATCH", `${commit}/id/${(await get("new")).id}`, { description: "" });
    expect((await get("new")).description).to.equal("");
  });

  it("replace what an edit gives, as a whole or all of it, when told so", async () => {
    await emulator.result("POST", commit, { name: "new", description: "d", linked: { FileSafer: true } });
    await settings({ patchDepth: "groups" });
    await emulator.result("PATCH", `${commit}/new`, { linked: { ObjectStorage: true } });
    expect(await get("new")).to.deep.include({ description: "d", linked: { FileSafer: false, ObjectStorage: true } });
    await settings({ patchDepth: "whole" });
    await emulator.result("PATCH", `${commit}/new`, {});
    expect(await get("new")).to.deep.include({ description: "", linked: { FileSafer: false, ObjectStorage: false } });
  });

  it("are gone once deleted, by id or by name, and what names them keeps the name", async () => {
    expect(await emulator.result("DELETE", `${commit}/id/104211`)).to.equal(true);
    expect(await emulator.result("DELETE", `${commit}/shop-web`)).to.equal(true);
    expect(await emulator.result("GET", commit)).to.deep.equal({ total: 0, repository: [] });
    const project = await emulator.result<{ source: { config: object } }>("GET", `${build}/20632`);
    expect(project.source.config).to.deep.equal({ repository: "shop-api", branch: "main" });
    expect(await emulator.result("PATCH", `${build}/20632`, { description: "still editable" })).to.include({
      id: 20632,
    });
  });

  it("that are named are kept when told so", async () => {
    await settings({ deleteInUse: "refused" });
    const { code, details } = errorOf(await emulator.call("DELETE", `${commit}/id/104211`));
    expect(code).to.equal(310409);
    expect(details).to.contain("the build project shop-api");
  });

  it("get another id and another history when made anew", async () => {
    await emulator.result("DELETE", `${commit}/shop-api`);
    await emulator.result("POST", commit, { name: "shop-api" });
    expect((await get("shop-api")).id).to.be.greaterThan(104212);
    expect(await get("shop-api/branch")).to.deep.equal({ default: null, branch: [] });
  });

  it("have branches once something was pushed, the first of them the default", async () => {
    await emulator.result("POST", commit, { name: "new" });
    await settings({ emptyRepository: "master" });
    expect(await get("new/branch")).to.deep.equal({ default: "master", branch: ["master"] });
    for (const branch of ["main", "develop"]) await emulator.admin("POST", "/push", { repository: "new", branch });
    expect(await get("new/branch")).to.deep.equal({ default: "main", branch: ["main", "develop"] });
    expect(await emulator.result("POST", `${commit}/new/branch/default`, { default: "develop" })).to.equal(true);
    expect(await get("new/branch")).to.deep.equal({ default: "develop", branch: ["main", "develop"] });
    expect(await emulator.result("GET", "/vpcsourcedeploy/api/v1/sourcecommit/repository/new/branch")).to.deep.equal({
      branchList: ["main", "develop"],
    });
  });

  it("show only after a while when told so, in details or in lists as well", async () => {
    const names = async () =>
      (await emulator.result<{ repository: { name: string }[] }>("GET", commit)).repository.map(({ name }) => name);
    await settings({ relatedDelayMs: 60_000, relatedDelayIn: "details" });
    await emulator.result("POST", commit, { name: "new" });
    expect(errorOf(await emulator.call("GET", `${commit}/new`))).to.include({ status: 400, code: 310404 });
    expect(errorOf(await emulator.call("POST", commit, { name: "new" })).code).to.equal(310405);
    expect(await names()).to.include("new");
    await settings({ relatedDelayIn: "all" });
    expect(await names()).not.to.include("new");
    await emulator.admin("POST", "/clock", { advanceMs: 60_000 });
    expect(await names()).to.include("new");
    expect((await get("new")).id).to.be.greaterThan(104212);
  });

  it("keep their names for a while after they are deleted, when told so", async () => {
    await settings({ nameReleaseMs: 60_000 });
    await emulator.result("DELETE", `${commit}/shop-api`);
    expect(errorOf(await emulator.call("POST", commit, { name: "shop-api" })).code).to.equal(310405);
    await emulator.admin("POST", "/clock", { advanceMs: 60_000 });
    expect(await emulator.result("POST", commit, { name: "shop-api" })).to.equal(true);
  });

  const unset: [value: string, expected: object][] = [
    ["empty", { description: "" }],
    ["null", { description: null }],
  ];
  for (const [value, expected] of unset) {
    it(`have a description of ${value} when none is set and unsetValues is ${value}`, async () => {
      await settings({ unsetValues: value });
      expect(await get("shop-api")).to.deep.include(expected);
    });
  }
  it("have no description when none is set and unsetValues is absent", async () => {
    await settings({ unsetValues: "absent" });
    expect(await get("shop-api")).not.to.have.property("description");
  });

  it("answer creates with 201 when told so, and deletions never without a body", async () => {
    await settings({ createStatus: 201, deleteStatus: 204 });
    expect((await emulator.call("POST", commit, { name: "new" })).status).to.equal(201);
    expect(await emulator.call("DELETE", `${commit}/new`)).to.include({ status: 200, text: '{"result":true}' });
  });
});
