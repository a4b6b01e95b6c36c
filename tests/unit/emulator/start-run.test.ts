import { expect } from "chai";
import { createHostClock } from "../../../emulator/clock/host-clock.ts";
import { createService } from "../../../emulator/create-service.ts";
import { byRequest, startRun } from "../../../emulator/runs/start-run.ts";
import { noSaver } from "../../../emulator/store/create-saver.ts";

describe("pipelines that trigger each other", () => {
  it("run once each; the loop is logged by name", () => {
    const warnings: unknown[] = [];
    const nothing = () => undefined;
    const tasks = [{ name: "build", type: "SourceBuild", config: { projectId: 1 } }];
    const after = (id: number) => ({ sourcepipeline: [{ id }] });
    const service = createService({
      keys: { accessKey: "AK", secretKey: "SK" },
      seed: {
        pipelines: [
          { id: 1, name: "first", tasks, trigger: after(3) },
          { id: 2, name: "second", tasks, trigger: after(1) },
          { id: 3, name: "third", tasks, trigger: after(2) },
        ],
      },
      saved: undefined,
      time: 0,
      speed: 0,
      host: createHostClock(() => 0),
      log: { info: nothing, error: nothing, warn: (fields) => warnings.push(fields) },
      saver: noSaver,
    });
    startRun(service, service.state.pipelines.get(1)!, byRequest);
    service.clock.moveTo(60_000);
    expect([...service.state.runs.values()].map(({ projectId, chain }) => [projectId, chain])).to.deep.equal([
      [1, [1]],
      [2, [1, 2]],
      [3, [1, 2, 3]],
    ]);
    expect(warnings).to.deep.equal([{ pipelines: ["first", "second", "third", "first"] }]);
  });
});
