import { expect } from "chai";
import { createAttempts } from "../../../provider/core/resource/attempts.ts";
import type { Host } from "../../../provider/core/session.ts";
import { runs, type RunState, useRuns } from "./use-runs.ts";

describe("two runs of one pipeline with equal arguments in one program", () => {
  const { under, given, history } = useRuns();

  it("are two runs, each with its lines on its own row, and none is taken for an earlier command's", async () => {
    // What a process notes is held as long as it lives.
    const attempts = { ...createAttempts(), isHeld: () => true };
    const { host: plain } = under.process({ attempts });
    const rows = new Map<string | undefined, string[]>();
    const host: Host = {
      ...plain,
      report: (_, message, urn) => void rows.set(urn, [...(rows.get(urn) ?? []), message]),
    };
    const startedAt = under.time.now();
    const urns = ["urn:one", "urn:two"];
    const checked: object[] = [];
    for (const urn of urns) checked.push((await runs.check({}, given({ ifRunning: "start" }, { urn }), host)).inputs);
    const created = await Promise.all(checked.map((inputs) => runs.create(inputs, host)));

    expect(new Set(created.map(({ outs }) => (outs as RunState).runId)).size).to.equal(2);
    expect(history()).to.have.length(2);
    for (const urn of urns) {
      expect(
        rows.get(urn)?.filter((line) => line.startsWith("build: success")),
        urn,
      ).to.have.length(1);
    }
    expect([...rows.values()].flat().join("\n")).to.not.contain("earlier command");
    expect(under.time.now() - startedAt, "nobody waits for a history").to.be.below(20_000);
  });
});
