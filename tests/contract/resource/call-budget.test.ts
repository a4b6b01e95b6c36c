import { expect } from "chai";
import { checked, created, deletePipeline, diff, read, update, useService } from "./use-service.ts";

const count = 20;

/** 20 pipelines that share a build project, and write their time zone as programs do. */
const programs = Array.from({ length: count }, (_, index) => ({
  name: `shop-${index}`,
  triggers: { schedules: [{ days: ["MON"], time: "03:30", timeZone: "Asia/Seoul" }] },
}));

describe("the calls of a process that works on 20 pipelines at once", () => {
  const under = useService();

  /** How often each operation was called. */
  const counts = (): Record<string, number> => {
    const tally: Record<string, number> = {};
    for (const operation of under.calls()) tally[operation] = (tally[operation] ?? 0) + 1;
    return tally;
  };
  const createAll = () => {
    const process = under.process();
    return Promise.all(programs.map((args) => created(process, args)));
  };
  const lists = { getBuildProjects: 1, getTimeZones: 1 };

  it("create: a POST and a GET each, and each list once", async () => {
    await createAll();
    expect(counts()).to.deep.equal({ ...lists, getProjects: 1, createProject: count, getProject: count });
  });

  it("an unchanged preview: the lists that the checks use, and nothing else", async () => {
    const all = await createAll();
    counts();
    const { host } = under.process();
    for (const [index, { outs }] of all.entries()) {
      const inputs = await checked(host, programs[index], outs);
      expect(diff(outs, inputs, host).replaces).to.deep.equal([]);
    }
    expect(counts()).to.deep.equal(lists);
  });

  it("refresh: a GET each", async () => {
    const all = await createAll();
    counts();
    const { host } = under.process();
    await Promise.all(all.map(({ id, outs }) => read(id, outs, host)));
    expect(counts()).to.deep.equal({ getProject: count });
  });

  it("update: a PATCH and two GETs each, and the lists of the checks", async () => {
    const all = await createAll();
    counts();
    const { host } = under.process();
    await Promise.all(
      all.map(async ({ id, outs }, index) => {
        const inputs = await checked(host, { ...programs[index], description: "edited" }, outs);
        await update(id, outs, inputs, host);
      }),
    );
    expect(counts()).to.deep.equal({ ...lists, changeProject: count, getProject: 2 * count });
  });

  it("a change of timeouts alone: nothing", async () => {
    const { id, outs } = await created(under.process());
    const { host } = under.process();
    const inputs = { ...(await checked(host, {}, outs)), timeouts: { create: "5m" } };
    counts();
    const { outs: after } = await update(id, outs, inputs, host);
    expect(after.timeouts).to.deep.equal({ create: "5m" });
    expect(after.taskIds).to.deep.equal(outs.taskIds);
    expect(counts()).to.deep.equal({});
  });

  it("destroy: a DELETE each, and the shared list, which proves that they are the ones", async () => {
    const all = await createAll();
    counts();
    const { host } = under.process();
    await Promise.all(all.map(({ id, outs }) => deletePipeline(id, outs, host)));
    expect(counts()).to.deep.equal({ getProjects: 1, deleteProject: count });
  });

  for (const quotaCode of [400, 410, 420] as const) {
    it(`under a quota of 5 a second with code ${quotaCode}, nothing fails`, async () => {
      under.settings({ quotaPerSecond: 5, quotaCode, quotaRetryAfter: quotaCode === 410 ? 1 : null });
      const all = await createAll();
      const { host } = under.process();
      await Promise.all(all.map(({ id, outs }) => read(id, outs, host)));
      await Promise.all(all.map(({ id, outs }) => deletePipeline(id, outs, host)));
      expect(under.pipelines()).to.deep.equal([]);
    });
  }
});
