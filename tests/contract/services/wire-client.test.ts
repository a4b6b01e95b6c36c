import { expect } from "chai";
import { operations } from "../../../provider/services/sourcepipeline/api/operations.ts";
import { readResponse } from "../../../provider/core/http/read-response.ts";
import { asJson, wireFixtures } from "./wire-fixtures.ts";

/** Where the client reads more than the documented payload: an edit or a deletion may be acknowledged by its status. */
const acknowledgedByStatus = ["delete-project.no-content"];

describe("the client reads every response of the reference", () => {
  for (const { name, operation, response, reads } of wireFixtures) {
    const text = response.text ?? (response.body === undefined ? "" : JSON.stringify(response.body));
    const outcome = readResponse(operations[operation], { status: response.status, headers: {}, text, signedAt: 0 });
    const expected = acknowledgedByStatus.includes(name) ? { result: true } : reads;

    if (name.startsWith("error.")) {
      it(`${name}: is a failure with its code`, () => {
        const code = (reads as { code: string } | null)?.code;
        expect(
          "failure" in outcome && { status: outcome.failure.status, code: outcome.failure.serviceCode },
        ).to.deep.equal({
          status: response.status,
          code,
        });
      });
    } else {
      it(`${name}: is ${expected === null ? "a failure" : "read"}`, () => {
        expect("result" in outcome ? asJson(outcome.result) : null).to.deep.equal(expected);
      });
    }
  }
});
