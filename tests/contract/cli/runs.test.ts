import { expect } from "chai";
import type { Settings } from "../../../emulator/settings.ts";
import { formatRunList } from "../../../cli/run/format-run-list.ts";
import { listRuns } from "../../../cli/run/list-runs.ts";
import { shop, useRuns } from "./support/use-runs.ts";

describe("sourcepipeline runs", () => {
  const runs = useRuns();
  const list = (limit = 10) => listRuns(runs.client(), shop, limit);
  const text = async (limit?: number) => formatRunList(await list(limit), runs.time.now());

  it("says so where there are none", async () => {
    expect(await text()).to.equal('There are no runs of pipeline "shop".');
  });

  for (const timeUnit of ["ms", "s"] as const) {
    for (const order of ["kept", "shuffled"] as const) {
      it(`lists the newest first, with times in ${timeUnit} and an order that is ${order}`, async () => {
        runs.settings({ timeUnit, order, statusWords: "upper" });
        runs.outcome("build", "failed");
        await runs.run();
        runs.service().outcomes = [];
        await runs.run();
        runs.startInConsole();
        runs.time.advance(65_000);
        runs.settings({ taskMs: 3_600_000 });
        const [third, second, first] = runs
          .runs()
          .map(({ id }) => id)
          .sort((one, other) => other - one);
        const lines = (await text()).split("\n");
        expect(lines[0]).to.match(/^RUN +STATUS +STARTED BY +BEGAN +TOOK$/);
        expect(lines[1]).to.match(new RegExp(`^${String(third)} +\\w+ +emulator \\(console\\) +2026-03-02T`));
        expect(lines[2]).to.match(new RegExp(`^${String(second)} +success .* 10s$`));
        expect(lines[3]).to.match(new RegExp(`^${String(first)} +failed .* 5s$`));
        expect(lines.slice(4).join("\n")).to.match(
          new RegExp(`^\\nRun ${String(first)} of pipeline "shop" failed: task "build" \\(SourceBuild result`),
        );
      });
    }
  }

  it("says how long a run under way has taken so far", async () => {
    runs.settings({ taskMs: 3_600_000 });
    runs.startInConsole();
    runs.time.advance(65_000);
    expect((await text()).split("\n")[1]).to.match(/ running .* 1m 05s so far$/);
  });

  it("lists no more than the limit, the newest, also where the list ends early or has another order", async () => {
    for (let count = 0; count < 23; count += 1) runs.cancelInConsole(runs.startInConsole());
    const ways: readonly Partial<Settings>[] = [
      { listCap: 10 },
      { order: "shuffled" },
      { listCap: 10, order: "shuffled" },
    ];
    const newest = runs
      .runs()
      .map(({ id }) => String(id))
      .sort()
      .reverse();
    for (const way of ways) {
      runs.settings({ listCap: 0, order: "kept", ...way });
      const { runs: listed, lastFailure } = await list(12);
      expect(
        listed.map(({ runId }) => runId),
        JSON.stringify(way),
      ).to.deep.equal(newest.slice(0, 12));
      expect(lastFailure).to.equal(undefined);
    }
  });
});
