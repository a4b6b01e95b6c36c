import { expect } from "chai";
import { createClient } from "../../../provider/client/create-client.ts";
import type { Client } from "../../../provider/client/client-types.ts";
import { isServiceError } from "../../../provider/client/errors.ts";
import { listAll } from "../../../provider/client/paging.ts";

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

/** A client whose list of pipelines is answered by a function. */
const clientOf = (answer: (page: Page) => Named[]): { client: Client; pages: Page[] } => {
  const pages: Page[] = [];
  const client: Client = {
    ...createClient({ endpoint: "http://127.0.0.1:1", region: "KR", accessKey: "AK", secretKey: "SK" }),
    getProjects: async (page) => {
      pages.push(page);
      return { projectList: answer(page) };
    },
  };
  return { client, pages };
};

const pageOf = (all: Named[], { pageNo = 1, pageSize = all.length }: Page): Named[] =>
  all.slice((pageNo - 1) * pageSize, pageNo * pageSize);

describe("listAll", () => {
  it("reads the whole list with one call that asks for no page", async () => {
    const { client, pages } = clientOf(() => items(250));
    expect(await listAll(client, "getProjects", { search: "p" })).to.have.lengthOf(250);
    expect(pages).to.deep.equal([{ search: "p" }]);
  });

  for (const [count, calls] of [
    [0, 1],
    [1, 1],
    [9, 1],
    [10, 2],
    [11, 2],
    [25, 3],
    [30, 4],
  ] as const) {
    it(`reads ${count} in pages of 10 with ${calls} calls`, async () => {
      const all = items(count);
      const { client, pages } = clientOf((page) => pageOf(all, page));
      expect(await listAll(client, "getProjects", { search: "p" }, { pageSize: 10 })).to.deep.equal(all);
      expect(pages).to.deep.equal(
        Array.from({ length: calls }, (_, index) => ({ search: "p", pageNo: index + 1, pageSize: 10 })),
      );
    });
  }

  it("stops at a server that ignores paging", async () => {
    const { client, pages } = clientOf(() => items(25));
    expect(await listAll(client, "getProjects", {}, { pageSize: 10 })).to.deep.equal(items(25));
    expect(pages).to.have.lengthOf(2);
  });

  it("takes what moved to the next page once", async () => {
    const shifted = [items(3, 1), items(3, 3), items(1, 6)];
    const { client } = clientOf(({ pageNo = 1 }) => shifted[pageNo - 1] ?? []);
    expect(await listAll(client, "getProjects", {}, { pageSize: 3 })).to.deep.equal(items(6));
  });

  it("keeps things apart that have the same name", async () => {
    const twins = [
      { id: 1, name: "a" },
      { id: 2, name: "a" },
    ];
    const { client } = clientOf((page) => pageOf(twins, page));
    expect(await listAll(client, "getProjects", {}, { pageSize: 10 })).to.deep.equal(twins);
  });

  it("does not read for ever", async () => {
    const { client } = clientOf(({ pageNo = 1 }) => items(1, pageNo));
    const error: unknown = await listAll(client, "getProjects", {}, { pageSize: 1 }).catch((thrown: unknown) => thrown);
    expect(isServiceError(error) && error.reason).to.equal("endless");
    expect((error as Error).message)
      .to.include("Could not list pipelines")
      .and.include("10000 pages");
  });

  it("reads lists of texts and of names, and ignores a page size where there are no pages", async () => {
    const { client } = clientOf(() => []);
    const other: Client = {
      ...client,
      getTimeZones: async () => ({ timeZone: ["Asia/Seoul (UTC+09:00)"] }),
      getRepositories: async () => ({ repositoryList: [{ name: "a" }, { name: "b" }] }),
    };
    expect(await listAll(other, "getTimeZones", {}, { pageSize: 1 })).to.deep.equal(["Asia/Seoul (UTC+09:00)"]);
    expect(await listAll(other, "getRepositories", {}, { pageSize: 5 })).to.deep.equal([{ name: "a" }, { name: "b" }]);
  });
});
