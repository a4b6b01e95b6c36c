import { expect } from "chai";
import { checkRepeatedTriggers } from "../../../../../provider/services/sourcepipeline/pipeline/triggers/check-repeated-triggers.ts";
import { formatProblem } from "../../../../../provider/core/validation/problem.ts";
import { checkTriggerCycles } from "../../../../../provider/services/sourcepipeline/pipeline/triggers/check-trigger-cycles.ts";
import type {
  AskForPipeline,
  DeclaredPipeline,
} from "../../../../../provider/services/sourcepipeline/pipeline/triggers/gather-starters.ts";
import { unknownValue } from "../../../../../provider/core/validation/unknown.ts";

const declared = (name: string, id: number | undefined, ...startedBy: unknown[]): DeclaredPipeline => ({
  name,
  id,
  inputs: { triggers: { pipelines: startedBy.map((starter) => ({ id: starter })) } },
});

/** An account whose pipelines are started by these others. */
function fakeService(startedBy: Record<number, number[]>): { ask: AskForPipeline; asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    ask: async (id) => {
      asked.push(id);
      const starters = startedBy[id];
      return starters && { name: `p${String(id)}`, startedBy: starters };
    },
  };
}

async function reported(pipelines: DeclaredPipeline[], ask: AskForPipeline): Promise<string[]> {
  const problems = await checkTriggerCycles(pipelines, ask);
  return problems.map(({ pipeline, problem }) => `${pipelines[pipeline]?.name ?? ""}: ${formatProblem(problem)}`);
}

const hint = "Remove one of these triggers; otherwise the pipelines run without end. [NCSP313]";

describe("pipelines that start each other", () => {
  it("are reported once, within a program, at the first", async () => {
    const { ask, asked } = fakeService({});
    expect(await reported([declared("shop", 1, 2), declared("base", 2, 1)], ask)).to.deep.equal([
      `shop: triggers.pipelines[0].id: These pipelines start each other in a cycle: shop -> base -> shop. ${hint}`,
    ]);
    expect(asked).to.deep.equal([]);
  });

  it("are reported through pipelines that exist, as the path that runs take", async () => {
    const { ask } = fakeService({ 7: [8], 8: [1], 9: [] });
    expect(await reported([declared("shop", 1, 9, 7)], ask)).to.deep.equal([
      `shop: triggers.pipelines[1].id: These pipelines start each other in a cycle: shop -> p8 -> p7 -> shop. ${hint}`,
    ]);
  });

  it("count as the program says, whatever the service still says", async () => {
    const { ask, asked } = fakeService({ 2: [1], 1: [2] });
    expect(await reported([declared("shop", 1, 2), declared("base", 2)], ask)).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });

  it("are none of the program's business when it declares none of them", async () => {
    const { ask } = fakeService({ 7: [8], 8: [7] });
    expect(await reported([declared("shop", 1, 7)], ask)).to.deep.equal([]);
  });

  it("cannot be those that do not exist yet", async () => {
    const { ask } = fakeService({ 7: [] });
    expect(await reported([declared("shop", undefined, 7, unknownValue)], ask)).to.deep.equal([]);
  });

  it("leave a trigger on itself to its own rule", async () => {
    expect(await reported([declared("shop", 1, 1)], fakeService({}).ask)).to.deep.equal([]);
    expect(await reported([declared("shop", 1, 1, 2), declared("base", 2, 1)], fakeService({}).ask)).to.deep.equal([
      `shop: triggers.pipelines[1].id: These pipelines start each other in a cycle: shop -> base -> shop. ${hint}`,
    ]);
  });
});

describe("the service", () => {
  it("is asked only for what can start a declared pipeline, once each", async () => {
    const { ask, asked } = fakeService({ 7: [9, 8], 8: [9], 9: [], 10: [7] });
    await reported([declared("shop", 1, 7, "8"), declared("web", 2, 7)], ask);
    expect(asked).to.deep.equal([7, 8, 9]);
  });

  it("may not know a pipeline, or fail: then nothing is said", async () => {
    const { ask } = fakeService({});
    expect(await reported([declared("shop", 1, 7)], ask)).to.deep.equal([]);
    expect(await reported([declared("shop", 1, 7)], () => Promise.reject(new Error("offline")))).to.deep.equal([]);
  });
});

describe("a trigger that is given twice", () => {
  it("is a warning at the later one", () => {
    const repository = { name: "shop-api", branch: "main" };
    const triggers = {
      repositories: [repository, { ...repository, branch: "x" }, repository],
      pipelines: [{ id: 7 }, { id: "7" }],
    };
    expect(checkRepeatedTriggers({ triggers }).map(formatProblem)).to.deep.equal([
      "triggers.repositories[2]: The trigger is the same as triggers.repositories[0]. Remove one of them. [NCSP304]",
      "triggers.pipelines[1]: The trigger is the same as triggers.pipelines[0]. Remove one of them. [NCSP304]",
    ]);
  });

  it("is not reported of what is not known", () => {
    const twice = { name: unknownValue, branch: "main" };
    expect(
      checkRepeatedTriggers({ triggers: { repositories: [twice, twice], pipelines: unknownValue } }),
    ).to.deep.equal([]);
  });
});
