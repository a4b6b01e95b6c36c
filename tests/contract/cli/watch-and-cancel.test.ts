import { expect } from "chai";
import { cancelUnderWay } from "../../../cli/run/cancel-under-way.ts";
import { watchRun } from "../../../cli/run/watch-run.ts";
import { shop, useRuns } from "./support/use-runs.ts";

describe("sourcepipeline watch and cancel", () => {
  const runs = useRuns();

  const watch = (id?: number, timeoutMs = 3_600_000, on?: Parameters<typeof runs.command>[1]) =>
    runs.command((client, ports) => watchRun(client, shop, id?.toString(), timeoutMs, ports), on);

  const cancel = (id?: number) => cancelUnderWay(runs.client(), shop, id?.toString(), runs.time);

  const messageOf = (action: Promise<unknown>): Promise<string> =>
    action.then(
      () => "nothing was thrown",
      (error: unknown) => (error as Error).message,
    );

  describe("watch", () => {
    it("follows the newest run under way, and ends as it does", async () => {
      runs.startInConsole();
      const newest = runs.startInConsole();
      runs.outcome("deploy", "failed");
      const { exitCode, events } = await watch();
      expect(exitCode).to.equal(3);
      expect(events[0]).to.deep.equal({ event: "following", runId: String(newest) });
      expect(events.at(-1)).to.deep.include({ event: "ended", runId: String(newest), status: "failed" });
    });

    it("shows a run of the past by its id", async () => {
      const past = runs.startInConsole();
      runs.cancelInConsole(past);
      const { exitCode } = await watch(past);
      expect(exitCode).to.equal(2);
      expect(runs.calls()).to.not.include("getProjectHistories");
    });

    it("names the last run when none is under way", async () => {
      expect((await watch()).error).to.match(
        /^No run of pipeline "shop" is under way\. It has no runs yet\. To start one: npx -p pulumi-ncloud-sourcepipeline sourcepipeline run shop$/,
      );
      const past = runs.startInConsole();
      runs.cancelInConsole(past);
      expect((await watch()).error).to.contain(`The last one was ${String(past)} (canceled, began 2026-`);
    });

    it("says at once that there is no such run, as cancel does", async () => {
      const id = runs.startInConsole();
      const startedAt = runs.time.now();
      const message = `There is no run 1 of pipeline "shop". The last one was ${String(id)} (running, began `;
      expect((await watch(1)).error).to.contain(message);
      expect(await messageOf(cancel(1))).to.contain(message);
      expect(runs.time.now()).to.equal(startedAt);
      expect(runs.calls()).to.not.include("cancelProject");
    });

    it("never cancels: neither with Ctrl-C nor when the time is up", async () => {
      const id = runs.startInConsole();
      const interrupted = await watch(undefined, undefined, ({ event }, interrupt) => {
        if (event === "tasks") interrupt();
      });
      expect(interrupted.exitCode).to.equal(130);
      expect((await watch(undefined, 3_000)).exitCode).to.equal(124);
      expect(runs.runs().find((run) => run.id === id)!.end).to.equal(null);
      expect(runs.calls()).to.not.include("cancelProject");
    });
  });

  describe("cancel", () => {
    it("cancels the run under way, and waits for its end", async () => {
      const id = runs.startInConsole();
      runs.time.advance(2_000);
      expect(await cancel()).to.equal(`Run ${String(id)} of pipeline "shop" was canceled after 2s.`);
      expect(runs.runs()[0]!.status).to.equal("canceled");
    });

    it("cancels the run that is named, and no other", async () => {
      const [first, second] = [runs.startInConsole(), runs.startInConsole()];
      await cancel(first);
      const statusOf = (id: number) => runs.runs().find((run) => run.id === id)!.status;
      expect([statusOf(first), statusOf(second)]).to.deep.equal(["canceled", "inProgress"]);
    });

    it("cancels none when several are under way, and names them", async () => {
      const ids = [runs.startInConsole(), runs.startInConsole()];
      const message = await messageOf(cancel());
      expect(message).to.match(/^2 runs of pipeline "shop" are under way: /);
      for (const id of ids) expect(message).to.contain(`${String(id)} (running`);
      expect(message).to.match(/Say which one: npx -p pulumi-ncloud-sourcepipeline sourcepipeline cancel shop <run>$/);
      expect(runs.calls()).to.not.include("cancelProject");
    });

    it("is no failure where nothing is under way, or the run has ended", async () => {
      expect(await cancel()).to.equal('No run of pipeline "shop" is under way.');
      const past = runs.startInConsole();
      runs.cancelInConsole(past);
      expect(await cancel(past)).to.match(/^Nothing to cancel\. Run \d+ of pipeline "shop" was canceled/);
    });

    it("fails when the run does not end, and says how to follow it", async () => {
      runs.settings({ taskMs: 3_600_000 });
      const id = runs.startInConsole();
      runs.fault({ operation: "cancelProject", status: 200, body: { result: { result: true } } });
      expect(await messageOf(cancel())).to.equal(
        `Run ${String(id)} of pipeline "shop" did not end within 15 s of being asked to. To follow it: ` +
          `npx -p pulumi-ncloud-sourcepipeline sourcepipeline watch shop ${String(id)}`,
      );
    });
  });
});
