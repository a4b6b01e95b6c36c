import { expect } from "chai";
import fc from "fast-check";
import { suppressEquivalent, isEquivalent } from "../../../provider/services/sourcepipeline/pipeline/equivalence.ts";
import { pipeline, respelled } from "./arbitraries.ts";

const pair = pipeline.chain((known) => respelled(known).map((other) => [known, other] as const));

describe("keepSpelling", () => {
  it("gives back the known pipeline when the other one means the same", () => {
    fc.assert(
      fc.property(pair, fc.constantFrom("program", "prior"), ([known, other], order) => {
        expect(suppressEquivalent(known, other, { order })).to.deep.equal(known);
      }),
    );
  });

  it("changes nothing when it is done again", () => {
    fc.assert(
      fc.property(pipeline, pipeline, fc.constantFrom("program", "prior"), (known, fresh, order) => {
        const once = suppressEquivalent(known, fresh, { order });
        expect(suppressEquivalent(known, once, { order })).to.deep.equal(once);
      }),
    );
  });

  it("never changes what a pipeline means", () => {
    fc.assert(
      fc.property(pipeline, pipeline, fc.constantFrom("program", "prior"), (known, fresh, order) => {
        expect(isEquivalent(suppressEquivalent(known, fresh, { order }), fresh)).to.equal(true);
      }),
    );
  });
});

describe("sameContent", () => {
  it("is true of two spellings, in both directions, whatever their names", () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(isEquivalent(one, { ...other, name: "other" })).to.equal(true);
        expect(isEquivalent(other, one)).to.equal(true);
      }),
    );
  });

  it("says the same in both directions", () => {
    fc.assert(
      fc.property(pipeline, pipeline, (one, other) => {
        expect(isEquivalent(one, other)).to.equal(isEquivalent(other, one));
      }),
    );
  });

  it("sees every change", () => {
    fc.assert(
      fc.property(pipeline, (one) => {
        const [first, ...rest] = one.tasks;
        expect(isEquivalent(one, { ...one, description: `${one.description ?? ""}!` })).to.equal(false);
        expect(isEquivalent(one, { ...one, tasks: [...one.tasks, { ...first!, name: "another-task-name" }] })).to.equal(
          false,
        );
        expect(isEquivalent(one, { ...one, tasks: [{ ...first!, projectId: 100_000 }, ...rest] })).to.equal(false);
        expect(isEquivalent(one, { ...one, tasks: [{ ...first!, linkedTasks: ["nobody"] }, ...rest] })).to.equal(false);
        const pipelines = [...(one.triggers?.pipelines ?? []), { id: 100_000 }];
        expect(isEquivalent(one, { ...one, triggers: { ...one.triggers, pipelines } })).to.equal(false);
      }),
    );
  });
});
