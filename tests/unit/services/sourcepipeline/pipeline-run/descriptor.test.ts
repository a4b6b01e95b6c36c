import { expect } from "chai";
import { findSubjects } from "../../../../../provider/core/validation/references/find-subjects.ts";
import { keysOf } from "../../../../../provider/core/validation/shape/shape.ts";
import type { Id } from "../../../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { runDescriptor } from "../../../../../provider/services/sourcepipeline/pipeline-run/descriptor.ts";
import { parseRun, type RunInputs } from "../../../../../provider/services/sourcepipeline/pipeline-run/pipeline-run.ts";
import type { Same, ValueOf } from "../../../core/validation/value-of.ts";

type Described = ValueOf<typeof runDescriptor>;

/** What a program may give: an id as a string, too. */
type Given<Change = object> = { pipelineId: Id } & Omit<RunInputs, "pipelineId" | keyof Change> & Change;

type Flat<Type> = { [Key in keyof Type]: Type[Key] };

describe("the descriptor of runs", () => {
  it("describes the interface RunInputs", () => {
    const isSame: Same<Described, Flat<Given>> = true;
    const areOthers: {
      more: Same<Described, Flat<Given<{ labels?: string[] }>>>;
      less: Same<Described, Omit<Flat<Given>, "triggers">>;
      otherWord: Same<Described, Flat<Given<{ waitFor?: "success" | "end" }>>>;
    } = { more: false, less: false, otherWord: false };
    expect(isSame).to.equal(true);
    expect(Object.values(areOthers)).to.not.include(true);
  });

  it("says that another pipeline and other triggers make another run, and nothing else", () => {
    expect(keysOf(runDescriptor.properties, (property) => "replaces" in property)).to.deep.equal([
      "pipelineId",
      "triggers",
    ]);
  });

  it("leads to the pipeline", () => {
    const [subject, ...others] = findSubjects(runDescriptor, { pipelineId: 3101, triggers: { pipelineId: 7 } });
    expect(others).to.deep.equal([]);
    expect(subject).to.have.nested.property("references.pipelineId.list.list", "pipelines");
    expect(subject).to.have.nested.property("value.pipelineId", 3101);
  });

  it("takes any triggers as they are", () => {
    for (const triggers of [{ image: { digest: [1, null] } }, ["a"], "text", 0]) {
      expect(parseRun({ pipelineId: "3101", triggers })).to.deep.equal({
        value: { pipelineId: 3101, triggers },
        problems: [],
      });
    }
  });
});
