import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { nameTriggers } from "../../../sdk/builders/name-triggers.ts";
import type { TriggersArgs } from "../../../sdk/builders/trigger-args.ts";
import { Pipeline } from "../../../sdk/index.ts";

const triggers = (pipelines: unknown): TriggersArgs => ({ pipelines }) as TriggersArgs;

/** The value of an output whose parts are all known. */
const valueOf = async (value: unknown): Promise<unknown> =>
  (pulumi.output(value) as unknown as { promise(): Promise<unknown> }).promise();

describe("triggers by pipelines and by ids that stand alone", () => {
  const known = { id: pulumi.output("3101"), __pulumiType: Pipeline.__pulumiType };

  it("become triggers with an id, at once where all is plain", () => {
    expect(nameTriggers(triggers([3101, "3102", { id: 3103 }]))).to.deep.equal({
      pipelines: [{ id: 3101 }, { id: "3102" }, { id: 3103 }],
    });
    expect(nameTriggers(triggers([known]))).to.deep.equal({ pipelines: [{ id: known.id }] });
  });

  it("leave the program's own objects and other triggers alone", () => {
    const given = { ...triggers([3101]), repositories: [{ name: "shop", branch: "main" }] };
    expect(nameTriggers(given)).to.have.property("repositories", given.repositories);
    expect(given.pipelines).to.deep.equal([3101]);
  });

  const later: [what: string, given: unknown][] = [
    ["an id", triggers([pulumi.output("3101")])],
    ["a pipeline", triggers([Promise.resolve(known)])],
    ["the list", triggers(pulumi.output(["3101"]))],
    ["all triggers", Promise.resolve(triggers([known]))],
  ];
  for (const [what, given] of later) {
    it(`become triggers with an id when ${what} is known later`, async () => {
      expect(await valueOf(nameTriggers(given as TriggersArgs))).to.deep.equal({ pipelines: [{ id: "3101" }] });
    });
  }

  const strange: [what: string, given: unknown][] = [
    ["nothing", undefined],
    ["no object", "shop"],
    ["no list", triggers("3101")],
    ["no pipelines", triggers([null, true, {}, [3101]])],
  ];
  for (const [what, given] of strange) {
    it(`stay as they are when there are ${what}`, () => {
      expect(nameTriggers(given as TriggersArgs)).to.deep.equal(given);
    });
  }
});
