import { expect } from "chai";
import { createEmulator, type Emulator, type Seed } from "../../../emulator/index.ts";
import { createListReader } from "../../../provider/services/sourcepipeline/api/client.ts";
import { testClient } from "./test-client.ts";

const names = Array.from({ length: 60 }, (_, index) => `project-${index + 1}`);
const seed: Seed = {
  repositories: names.map((name, index) => ({ id: index + 1, name, branches: names })),
  buildProjects: names.map((name, index) => ({
    id: 101 + index,
    name,
    source: { type: "SourceCommit", repository: names[0]!, branch: "main" },
  })),
  deployProjects: names.map((name, index) => ({ id: 201 + index, name, stages: [] })),
  pipelines: names.slice(0, 30).map((name, index) => ({
    id: 3101 + index,
    name,
    tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 101 } }],
  })),
};

describe("client: lists that end early", () => {
  let emulator: Emulator;
  let client: ReturnType<typeof testClient>["client"];

  before(async () => {
    emulator = await createEmulator({ log: "silent", seed });
    const { accessKey, secretKey } = emulator;
    ({ client } = testClient(emulator.url, { accessKey, secretKey }));
    await admin("PATCH", "settings", { listCap: 20 });
  });
  after(() => emulator.close());
  beforeEach(() => admin("DELETE", "requests"));

  async function admin<Answer>(method: string, route: string, body?: object): Promise<Answer> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    return (await fetch(`${emulator.url}/_emulator/${route}`, init)).json() as Promise<Answer>;
  }

  /** How many requests the service has got. */
  const calls = async (): Promise<number> => (await admin<unknown[]>("GET", "requests")).length;

  it("shows all names and ids of 60, with three pages and an empty one", async () => {
    const found = await createListReader(client, "getBuildProjects", {}).readAll();
    expect(found.map(({ id }) => id)).to.have.members(names.map((_, index) => 101 + index));
    expect(found.map(({ name }) => name)).to.have.members(names);
    expect(await calls()).to.equal(4);
  });

  it("asks no further than to the page that shows what is looked for", async () => {
    const known = createListReader(client, "getBuildProjects", {});
    await known.readPage();
    const [first, all] = [known.entries(), await createListReader(client, "getBuildProjects", {}).readAll()];
    await admin("DELETE", "requests");
    const next = createListReader(client, "getBuildProjects", {});
    const other = all.find(({ id }) => !first.some((entry) => entry.id === id));
    expect(await next.readUntil((entries) => entries.some(({ id }) => id === other?.id))).to.deep.include(other);
    expect(await calls()).to.equal(2);
    await next.readUntil((entries) => entries.some(({ id }) => id === first[0]?.id));
    expect(await calls()).to.equal(2);
  });

  it("is the same for pipelines, repositories and deploy projects, searched or not", async () => {
    expect(await createListReader(client, "getProjects", {}).readAll()).to.have.lengthOf(30);
    expect(await createListReader(client, "getRepositories", {}).readAll()).to.have.lengthOf(60);
    expect(await createListReader(client, "getDeployProjects", {}).readAll()).to.have.lengthOf(60);
    const search = "project-1";
    const found = await createListReader(client, "getRepositories", { search }).readAll();
    expect(found.map(({ name }) => name)).to.have.members(names.filter((name) => name.includes(search)));
  });

  it("reads branches and time zones, which have no pages, with a call each", async () => {
    const branches = createListReader(client, "getBranches", { repositoryName: names[0]! });
    expect(await branches.readAll()).to.have.lengthOf(60);
    await createListReader(client, "getTimeZones", {}).readAll();
    expect(await calls()).to.equal(2);
  });
});
