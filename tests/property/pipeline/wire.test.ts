import { expect } from "chai";
import fc from "fast-check";
import { createProjectBody } from "../../../provider/services/sourcepipeline/api/schemas/pipeline-request.ts";
import {
  getProjectResult,
  type ProjectResult,
} from "../../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import { isEquivalent } from "../../../provider/services/sourcepipeline/pipeline/equivalence.ts";
import type { PipelineInputs } from "../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { additionsOf, fromProject, toCreateBody } from "../../../provider/services/sourcepipeline/pipeline/wire.ts";
import { serviceSpelling } from "../../../provider/core/validation/schedule/zones.ts";
import { pipeline, respelled, zones } from "./arbitraries.ts";

const spelled = (zone: string): string => `${zone} (UTC+00:00)`;

/** The service's answer for what it was sent. */
function answerTo(inputs: PipelineInputs): ProjectResult {
  const body = toCreateBody(inputs, spelled);
  return getProjectResult.parse({
    id: 1,
    ...body,
    tasks: body.tasks.map((task, index) => ({ id: index + 1, ...task })),
  });
}

describe("the dictionary between program and wire", () => {
  it("writes bodies that the contract accepts", () => {
    fc.assert(fc.property(pipeline, (inputs) => createProjectBody.safeParse(toCreateBody(inputs, spelled)).success));
  });

  it("reads back what it wrote, when nothing is known", () => {
    fc.assert(
      fc.property(pipeline, (inputs) => {
        const read = fromProject(answerTo(inputs), {});
        expect(isEquivalent(inputs, read)).to.equal(true);
        expect(read.name).to.equal(inputs.name);
      }),
    );
  });

  it("reads back the very text of the program, when that is known", () => {
    fc.assert(
      fc.property(pipeline, (inputs) => {
        const answer = answerTo(inputs);
        expect(fromProject(answer, inputs, additionsOf(answer, inputs))).to.deep.equal(inputs);
      }),
    );
  });

  it("sends the same for every spelling", () => {
    const sets = ({ tasks, trigger, ...rest }: ReturnType<typeof toCreateBody>): unknown => ({
      ...rest,
      tasks: tasks.map((task) => ({ ...task, linkedTasks: task.linkedTasks?.toSorted() })).sort(byText),
      trigger: Object.fromEntries(
        Object.entries(trigger ?? {}).map(([key, list]) => [key, (list as object[]).toSorted(byText)]),
      ),
    });
    const pair = pipeline.chain((one) => respelled(one).map((other) => [one, other] as const));
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const offered = (zone: string): string => serviceSpelling(zone, zones) ?? expect.fail(zone);
        expect(sets(toCreateBody(other, offered))).to.deep.equal(sets(toCreateBody(one, offered)));
      }),
    );
  });
});

const byText = (one: object, other: object): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
