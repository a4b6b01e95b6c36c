import { expect } from "chai";
import type { Settings } from "../../../emulator/settings.ts";
import { checked, created, deletePipeline, read, update, useService } from "./use-service.ts";

/** The forms that reference section 8 leaves open, as the emulator's settings. */
const forms: readonly Partial<Settings>[] = [
  { missing: "404-340404" },
  { missing: "404-300" },
  { missing: "400-string" },
  { errorInsideOk: true },
  { errorInsideOk: true, missing: "400-string" },
  { errorCodeAs: "string" },
  { patchOmission: "clears" },
  { createStatus: 201 },
  { deleteStatus: 204 },
  { emptyTrigger: "object" },
  { emptyTrigger: "null" },
  { emptyTrigger: "absent" },
  { order: "shuffled" },
  { target: "null" },
  { target: "absent" },
];

/** One pipeline with everything, and one with as little as possible. */
const programs: Readonly<Record<string, Record<string, unknown>>> = {
  "a rich pipeline": {
    description: "everything",
    tasks: [
      { name: "web", type: "SourceBuild", projectId: "20633" },
      { name: "api", type: "SourceBuild", projectId: 20632, branch: "develop" },
      {
        name: "deploy",
        type: "SourceDeploy",
        projectId: 12920,
        stageId: 14147,
        scenarioId: 21004,
        linkedTasks: ["web", "api"],
      },
    ],
    triggers: {
      repositories: [
        { name: "shop-api", branch: "main" },
        { name: "shop-web", branch: "main" },
      ],
      schedules: [{ days: ["FRI", "MON", "WED"], time: "03:30", timeZone: "Asia/Seoul", onlyWithChange: true }],
    },
  },
  "a bare pipeline": { description: "", triggers: {} },
};

describe("every form in which the service may answer is read alike", () => {
  const under = useService();

  for (const form of [{}, ...forms]) {
    for (const [kind, args] of Object.entries(programs)) {
      it(`${kind} under ${JSON.stringify(form)}`, async () => {
        under.settings(form);
        const process = under.process();
        const { id, outs } = await created(process, args);
        const inputs = await checked(process.host, args);

        const seen = await read(id, outs, under.process().host);
        const { __provider: _, ...withoutProvider } = inputs;
        expect(seen.inputs, "no drift").to.deep.equal(withoutProvider);
        expect(seen.props, "the same state").to.deep.equal(outs);
        expect(await checked(process.host, args, seen.inputs), "no change").to.deep.equal(inputs);

        const edited = await checked(process.host, { ...args, description: "edited" }, inputs);
        const { outs: after } = await update(id, outs, edited, under.process().host);
        expect(after.taskIds).to.deep.equal(outs.taskIds);
        expect((await read(id, after, under.process().host)).props).to.deep.equal(after);

        await deletePipeline(id, after, under.process().host);
        await deletePipeline(id, after, under.process().host);
        expect(await read(id, after, under.process().host), "gone").to.deep.equal({});
      });
    }
  }

  it("the state is the same whatever the form, but for what the service did not resolve", async () => {
    const states = [];
    for (const form of [{}, ...forms.filter((form) => !("target" in form))]) {
      under.service.reset();
      under.settings(form);
      const { outs } = await created(under.process(), programs["a rich pipeline"]);
      states.push({ ...outs, taskIds: Object.keys(outs.taskIds).sort() });
    }
    for (const state of states) expect(state).to.deep.equal(states[0]);
  });
});
