import { expect } from "chai";
import { createSourcePipelineClient } from "../../../../provider/services/sourcepipeline/api/client.ts";
import type { CallOptions } from "../../../../provider/core/http/index.ts";
import type { Client } from "../../../../provider/services/sourcepipeline/api/client.ts";
import { createServiceError } from "../../../../provider/core/http/create-service-error.ts";
import { isServiceError, type ServiceError } from "../../../../provider/core/http/errors.ts";
import { hints } from "../../../../provider/services/sourcepipeline/api/hints.ts";
import { couldBePage } from "../../../../provider/core/http/list-reader.ts";
import { createListReader } from "../../../../provider/services/sourcepipeline/api/client.ts";
import { failureWith, lost } from "./failures.ts";

interface Page {
  pageNo?: number;
  pageSize?: number;
  search?: string;
}
interface Named {
  id: number;
  name: string;
}

const items = (count: number, from = 1): Named[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, name: `p${from + index}` }));

/** A client whose list of pipelines is given by a function, and the pages and options that it was asked for. */
const clientOf = (
  give: (page: Page) => Named[] | Promise<Named[]>,
): { client: Client; pages: Page[]; options: (CallOptions | undefined)[] } => {
  const pages: Page[] = [];
  const options: (CallOptions | undefined)[] = [];
  const client: Client = {
    ...createSourcePipelineClient({ endpoint: "http://127.0.0.1:1", region: "KR", accessKey: "AK", secretKey: "SK" }),
    getProjects: async (page, given) => {
      pages.push(page);
      options.push(given);
      return { projectList: await give(page) };
    },
  };
  return { client, pages, options };
};

/** A service whose lists end after so many entries when no page is asked for. */
const cappedAt =
  (cap: number, all: Named[]) =>
  ({ pageNo = 1, pageSize = cap }: Page): Named[] =>
    all.slice((pageNo - 1) * pageSize, pageNo * pageSize);

const errorOf = (failure: Parameters<typeof createServiceError>[0]): ServiceError =>
  createServiceError(
    failure,
    { operation: "getProjects", summary: "list pipelines", host: "host", attempts: 1 },
    hints,
  );

const named =
  (name: string) =>
  (entries: readonly Named[]): boolean =>
    entries.some((entry) => entry.name === name);

describe("createListReader", () => {
  it("asks for no page first, and for no other where the number of entries is no limit", async () => {
    for (const count of [0, 1, 5, 8, 9, 11, 33, 99, 251]) {
      const { client, pages } = clientOf(() => items(count));
      const list = createListReader(client, "getProjects", { search: "p" });
      expect([list.entries(), list.isComplete()]).to.deep.equal([[], false]);
      expect(await list.readAll()).to.deep.equal(items(count));
      expect(list.isComplete()).to.equal(true);
      expect(pages).to.deep.equal([{ search: "p" }]);
    }
  });

  it("finds all of 60 behind a limit of 20, with the pages that it takes and no more", async () => {
    const calls = { p1: 1, p20: 1, p21: 2, p40: 2, p60: 3, none: 4 };
    for (const [name, expected] of Object.entries(calls)) {
      const { client, pages } = clientOf(cappedAt(20, items(60)));
      const list = createListReader(client, "getProjects", { search: "p" });
      const entries = await list.readUntil(named(name));
      expect(named(name)(entries), name).to.equal(name !== "none");
      expect(pages, name).to.deep.equal(
        [{ search: "p" }, ...[2, 3, 4].map((pageNo) => ({ search: "p", pageNo, pageSize: 20 }))].slice(0, expected),
      );
      expect(list.entries(), name).to.equal(entries);
      expect(list.isComplete(), name).to.equal(expected === 4);
    }
  });

  it("makes no call for what was read already, and goes on where it stopped", async () => {
    const { client, pages } = clientOf(cappedAt(20, items(50)));
    const list = createListReader(client, "getProjects", {});
    for (const name of ["p25", "p3", "p40", "p25"]) await list.readUntil(named(name));
    expect(pages).to.have.lengthOf(2);
    for (const name of ["p41", "absent", "absent"]) await list.readUntil(named(name));
    expect(pages).to.have.lengthOf(3);
    expect(list.entries()).to.deep.equal(items(50));
    await list.readPage();
    expect(pages).to.have.lengthOf(3);
  });

  for (const [what, second, calls] of [
    ["ends after a page that is short", items(7, 11), 2],
    ["ends after a page that is empty", [], 2],
    ["ends after a page that brings nothing new, from a server that ignores paging", items(10), 2],
    ["goes on after a full page that brings one new entry", [...items(9, 2), ...items(1, 11)], 3],
  ] as const) {
    it(what, async () => {
      const responses = [items(10), [...second], []];
      const { client, pages } = clientOf(({ pageNo = 1 }) => responses[pageNo - 1]!);
      await createListReader(client, "getProjects", {}).readAll();
      expect(pages).to.have.lengthOf(calls);
    });
  }

  it("takes what moved to the next page once", async () => {
    const shifted = [items(10, 1), items(10, 10), items(3, 20)];
    const { client } = clientOf(({ pageNo = 1 }) => shifted[pageNo - 1] ?? []);
    expect(await createListReader(client, "getProjects", {}).readAll()).to.deep.equal(items(22));
  });

  it("keeps things apart that have the same name", async () => {
    const twins = items(15).map(({ id }) => ({ id, name: "a" }));
    const { client } = clientOf(cappedAt(10, twins));
    expect(await createListReader(client, "getProjects", {}).readAll()).to.deep.equal(twins);
  });

  it("gives up a list that does not end", async () => {
    const { client, pages } = clientOf(({ pageNo = 1 }) => items(10, pageNo * 10));
    const error: unknown = await createListReader(client, "getProjects", {})
      .readAll()
      .catch((thrown: unknown) => thrown);
    expect(isServiceError(error) && error.reason).to.equal("endless");
    expect((error as Error).message)
      .to.include("Could not list pipelines")
      .and.include("1000 pages");
    expect(pages).to.have.lengthOf(1000);
  });

  it("reads lists that have no pages once, whatever their length", async () => {
    let calls = 0;
    const zones = Array.from({ length: 100 }, (_, index) => `Zone/${index}`);
    const branches = zones.slice(0, 20).map((name) => ({ name }));
    const client = {
      getTimeZones: async () => (calls++, { timeZone: zones }),
      getBranches: async () => (calls++, { branchList: branches }),
    };
    expect(await createListReader(client, "getTimeZones", {}).readAll()).to.deep.equal(zones);
    const repository = { repositoryName: "shop" };
    expect(await createListReader(client, "getBranches", repository).readAll()).to.deep.equal(branches);
    expect(calls).to.equal(2);
  });

  it("distinguishes entries that have no id by their name", async () => {
    const repositories = items(12).map(({ name }) => ({ name }));
    const client = {
      getRepositories: async ({ pageNo = 1 }: Page) => ({
        repositoryList: pageNo === 1 ? repositories.slice(0, 10) : repositories.slice(9),
      }),
    };
    expect(await createListReader(client, "getRepositories", {}).readAll()).to.deep.equal(repositories);
  });

  it("passes signal and deadline to every call", async () => {
    const { client, options } = clientOf(cappedAt(10, items(15)));
    const given = { signal: new AbortController().signal, deadlineMs: 1000 };
    await createListReader(client, "getProjects", {}).readAll(given);
    expect(options).to.deep.equal([given, given]);
    expect(options[1]?.signal).to.equal(given.signal);
  });

  it("shares a page under way", async () => {
    const { client, pages } = clientOf(cappedAt(10, items(30)));
    const list = createListReader(client, "getProjects", {});
    await Promise.all([list.readUntil(named("p15")), list.readUntil(named("p12")), list.readPage()]);
    expect(pages).to.have.lengthOf(2);
  });

  it("asks for the same page again after a call that failed", async () => {
    let isBroken = false;
    const { client, pages } = clientOf((page) => {
      if (isBroken) throw errorOf(lost);
      return cappedAt(10, items(15))(page);
    });
    const list = createListReader(client, "getProjects", {});
    await list.readPage();
    isBroken = true;
    const failures = await Promise.allSettled([list.readAll(), list.readAll()]);
    expect(failures.map(({ status }) => status)).to.deep.equal(["rejected", "rejected"]);
    expect([list.entries(), list.isComplete()]).to.deep.equal([items(10), false]);
    expect(pages).to.have.lengthOf(2);
    isBroken = false;
    expect(await list.readAll()).to.deep.equal(items(15));
    expect(pages.map(({ pageNo }) => pageNo)).to.deep.equal([undefined, 2, 2]);
  });

  it("asks again for those who shared a page that its caller gave up", async () => {
    for (const reason of ["interrupted", "deadline"] as const) {
      let calls = 0;
      const { client, options } = clientOf(() => {
        if (calls++ === 0) throw errorOf(failureWith({ category: "network", reason }));
        return items(3);
      });
      const list = createListReader(client, "getProjects", {});
      const readings = [1, 2, 3].map((deadlineMs) => list.readAll({ deadlineMs }));
      const ended = await Promise.allSettled(readings);
      expect(ended.map(({ status }) => status)).to.deep.equal(["rejected", "fulfilled", "fulfilled"]);
      expect(options).to.deep.equal([{ deadlineMs: 1 }, { deadlineMs: 2 }]);
    }
  });
});

describe("couldBePage", () => {
  it("is true of multiples of 5 from 10 on and of powers of two from 16 on, and of no other number to 1100", () => {
    const multiples = Array.from({ length: 219 }, (_, index) => 10 + 5 * index);
    const powers = [16, 32, 64, 128, 256, 512, 1024];
    const all = Array.from({ length: 1101 }, (_, count) => count);
    expect(all.filter(couldBePage)).to.have.members([...multiples, ...powers]);
  });
});
