import { expect } from "chai";
import sinon from "sinon";
import { createListReader } from "../../../provider/services/sourcepipeline/api/client.ts";
import { createCachedList, search } from "../../../provider/core/cached-list.ts";

interface Project {
  id: number;
  name: string;
}

const named = (name: string) => (project: Project) => project.name === name;
const projects = (count: number, from = 1): Project[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, name: `project-${String(from + index)}` }));

/** A list over a service that can be changed between two calls. */
function made() {
  const world = { projects: projects(3), now: 0, held: undefined as Promise<unknown> | undefined };
  const getBuildProjects = sinon.spy(async ({ pageNo, pageSize }: { pageNo?: number; pageSize?: number }) => {
    const shown = world.projects;
    changes.get(getBuildProjects.callCount)?.();
    await world.held;
    const [page, size] = [pageNo ?? 1, Math.min(pageSize ?? cap, cap)];
    return { projectList: shown.slice((page - 1) * size, page * size) };
  });
  let cap = Infinity;
  const changes = new Map<number, () => void>();
  const list = createCachedList<Project>(
    () => createListReader({ getBuildProjects } as never, "getBuildProjects", {}),
    () => world.now,
  );
  return {
    world,
    list,
    calls: getBuildProjects,
    capAt: (entries: number) => (cap = entries),
    /** Does something when a call has been answered, before the next one. */
    afterPage: (call: number, change: () => void) => void changes.set(call, change),
  };
}

describe("a cached list", () => {
  it("is read once for any number of hits", async () => {
    const { list, calls } = made();
    await Promise.all([1, 2, 3].map((id) => search(list, named(`project-${String(id)}`))));
    expect((await search(list, named("project-2"))).hits).to.have.length(1);
    expect(calls.callCount).to.equal(1);
  });

  it("is read again for a miss, and has what was made meanwhile", async () => {
    const { world, list, calls } = made();
    await list.entries();
    world.projects = projects(4);
    expect((await search(list, named("project-4"))).hits).to.deep.equal([{ id: 4, name: "project-4" }]);
    expect(calls.callCount).to.equal(2);
  });

  it("that was read after the question needs no second reading for a miss", async () => {
    const { list, calls } = made();
    expect((await search(list, named("nothing"))).hits).to.deep.equal([]);
    expect(calls.callCount).to.equal(1);
  });

  it("is read at most twice for a wall of misses", async () => {
    const { list, calls } = made();
    await list.entries();
    await Promise.all(Array.from({ length: 50 }, (_, index) => search(list, named(`nothing-${String(index)}`))));
    expect(calls.callCount).to.be.at.most(3);
  });

  it("is believed about misses for a while where nothing is made meanwhile", async () => {
    const { world, list, calls } = made();
    await list.entries();
    world.now = 4_000;
    await search(list, named("nothing"), { toleranceMs: 5_000 });
    expect(calls.callCount).to.equal(1);
    world.now = 6_000;
    await search(list, named("nothing"), { toleranceMs: 5_000 });
    expect(calls.callCount).to.equal(2);
  });

  it("is not believed about hits either, when they have to be fresh", async () => {
    const { world, list } = made();
    await list.entries();
    world.projects = [{ id: 9, name: "project-1" }];
    expect((await search(list, named("project-1"))).hits).to.deep.equal([{ id: 1, name: "project-1" }]);
    expect((await search(list, named("project-1"), { isFresh: true })).hits).to.deep.equal([
      { id: 9, name: "project-1" },
    ]);
  });

  it("that is asked for since a moment shares one reading among all who ask while one is under way", async () => {
    const { world, list, calls } = made();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    world.held = promise;
    const early = list.all();
    while (calls.callCount === 0) await new Promise(setImmediate);
    world.projects = projects(5);
    const late = Array.from({ length: 10 }, () => list.all(undefined, list.now()));
    resolve(undefined);
    expect(await early).to.have.length(3);
    for (const entries of await Promise.all(late)) expect(entries).to.have.length(5);
    expect(calls.callCount).to.equal(2);
  });

  it("that ends early is read on only as far as it takes", async () => {
    const { world, list, calls, capAt } = made();
    world.projects = projects(60);
    capAt(20);
    expect((await search(list, named("project-7"))).hits).to.have.length(1);
    expect(calls.callCount).to.equal(1);
    expect((await search(list, named("project-33"))).hits).to.have.length(1);
    expect(calls.callCount).to.equal(2);
    expect(await list.all()).to.have.length(60);
    // The fourth page is empty, and says that the third was the last.
    expect(calls.callCount).to.equal(4);
  });

  it("is read by page again after something was missing from all of it", async () => {
    const { world, list, capAt } = made();
    world.projects = projects(40);
    capAt(20);
    await list.all();
    world.projects = projects(45);
    expect((await search(list, named("project-45"))).hits).to.have.length(1);
  });

  it("in pages is not believed about a miss by who looked into less of it than others have read since", async () => {
    const { world, list, calls, capAt } = made();
    world.projects = projects(25);
    capAt(20);
    const miss = list.now();
    await list.entries();
    const seen = list.view();
    await list.all();
    expect(await list.extend(miss, seen)).to.equal(true);
    expect(calls.callCount).to.equal(2);
  });

  it("in pages is read again for a miss, because what follows a deleted entry moves to the page before", async () => {
    const { world, list, calls, capAt, afterPage } = made();
    world.projects = projects(25);
    capAt(20);
    afterPage(1, () => (world.projects = world.projects.slice(1)));
    expect((await search(list, named("project-21"))).hits).to.have.length(1);
    expect(calls.callCount, "two pages, and one of the second reading").to.equal(3);
  });

  it("in pages is read at most three times for a wall of misses", async () => {
    const { world, list, calls, capAt } = made();
    world.projects = projects(25);
    capAt(20);
    const searches = Array.from({ length: 50 }, (_, index) => search(list, named(`nothing-${String(index)}`)));
    for (const { hits } of await Promise.all(searches)) expect(hits).to.deep.equal([]);
    expect(calls.callCount, "of two pages each").to.be.at.most(6);
  });

  it("in pages that changes all the time is believed after four readings", async () => {
    const { world, list, calls, capAt, afterPage } = made();
    world.projects = projects(25);
    capAt(20);
    for (let call = 1; call < 20; call++) {
      afterPage(call, () => (world.projects = [...projects(1, 100 + call), ...projects(24)]));
    }
    expect((await search(list, named("nothing"))).hits).to.deep.equal([]);
    expect(calls.callCount).to.equal(8);
  });
});
