import { expect } from "chai";
import fc from "fast-check";
import { keepSpelling, sameContent } from "../../../provider/services/sourcepipeline/pipeline/keep-spelling.ts";
import { pipeline, respelled } from "./arbitraries.ts";

const pair = pipeline.chain((known) => respelled(known).map((other) => [known, other] as const));

describe("keepSpelling", () => {
  it("gives back the known pipeline when the other one means the same", () => {
    fc.assert(
      fc.property(pair, fc.constantFrom("fresh", "known"), ([known, other], order) => {
        expect(keepSpelling(known, other, { order })).to.deep.equal(known);
      }),
    );
  });

  it("changes nothing when it is done again", () => {
    fc.assert(
      fc.property(pipeline, pipeline, fc.constantFrom("fresh", "known"), (known, fresh, order) => {
        const once = keepSpelling(known, fresh, { order });
        expect(keepSpelling(known, once, { order })).to.deep.equal(once);
      }),
    );
  });

  it("never changes what a pipeline means", () => {
    fc.assert(
      fc.property(pipeline, pipeline, fc.constantFrom("fresh", "known"), (known, fresh, order) => {
        expect(sameContent(keepSpelling(known, fresh, { order }), fresh)).to.equal(true);
      }),
    );
  });
});

describe("sameContent", () => {
  it("is true of two spellings, in both directions, whatever their names", () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(sameContent(one, { ...other, name: "other" })).to.equal(true);
        expect(sameContent(other, one)).to.equal(true);
      }),
    );
  });

  it("says the same in both directions", () => {
    fc.assert(
      fc.property(pipeline, pipeline, (one, other) => {
        expect(sameContent(one, other)).to.equal(sameContent(other, one));
      }),
    );
  });

  it("sees every change", () => {
    fc.assert(
      fc.property(pipeline, (one) => {
        const [first, ...rest] = one.tasks;
        expect(sameContent(one, { ...one, description: `${one.description ?? ""}!` })).to.equal(false);
        expect(sameContent(one, { ...one, tasks: [...one.tasks, { ...first!, name: "another-task-name" }] })).to.equal(
          false,
        );
        expect(sameContent(one, { ...one, tasks: [{ ...first!, projectId: 100_000 }, ...rest] })).to.equal(false);
        expect(sameContent(one, { ...one, tasks: [{ ...first!, linkedTasks: ["nobody"] }, ...rest] })).to.equal(false);
        const pipelines = [...(one.triggers?.pipelines ?? []), { id: 100_000 }];
        expect(sameContent(one, { ...one, triggers: { ...one.triggers, pipelines } })).to.equal(false);
      }),
    );
  });
});
