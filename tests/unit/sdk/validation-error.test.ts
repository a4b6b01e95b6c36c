import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { ConfigurationError } from "../../../provider/config/configuration.ts";
import { LookupError } from "../../../provider/core/validation/find-by-name.ts";
import { Pipeline } from "../../../sdk/index.ts";
import { shownByMessage } from "../../../sdk/run-error.ts";
import { validationMessage } from "../../../sdk/validation-error.ts";
import { actAsEngine, refusalOf } from "../../contract/sdk/support/act-as-engine.ts";

/** An output as a function of ours leaves it that has failed. */
const failed = (error: Error): pulumi.Output<number> => {
  const output = pulumi.output(Promise.reject<number>(shownByMessage(error)));
  return output.apply((id) => id);
};

const missing = (name: string): pulumi.Output<number> =>
  failed(new LookupError(`SourceBuild project "${name}" does not exist. Did you mean "shop-api" (id 20632)?`));

const pipeline = (name: string, ...ids: pulumi.Output<number>[]): Pipeline =>
  new Pipeline(name, {
    tasks: ids.map((projectId, index) => ({ name: `t${String(index)}`, type: "SourceBuild" as const, projectId })),
  });

describe("the one error about the mistakes of a program", () => {
  beforeEach(() => actAsEngine());

  it("has the first twenty of what functions did not find, and how many more there are", () => {
    const lines = Array.from({ length: 120 }, (_, index) => {
      const name = `shop-${String(index)}`;
      return `  Pipeline "p${String(index)}", tasks[0].projectId: SourceBuild project "${name}" does not exist. Did you mean "x"?`;
    });
    const other = '  Pipeline "last", tasks[0].stageId: Stage "prd" does not exist.';
    const shown = validationMessage([...lines, other])
      .split("\n")
      .slice(1);
    expect(shown).to.deep.equal([...lines.slice(0, 20), other, "  … and 100 more of this kind."]);
  });

  it("names each place of a function that was used in several, in the error of any of them", async () => {
    const shared = missing("shop-apy");
    const messages = await Promise.all([
      refusalOf(pipeline("one", shared, shared)),
      refusalOf(pipeline("two", shared)),
    ]);
    for (const message of messages) {
      expect(
        message
          .split("\n")
          .slice(1)
          .map((line) => line.split(": ")[0]),
      ).to.have.members([
        '  Pipeline "one", tasks[0].projectId',
        '  Pipeline "one", tasks[1].projectId',
        '  Pipeline "two", tasks[0].projectId',
      ]);
    }
  });

  it("says once what is wrong with the account, of all that met it", async () => {
    const refused = (): pulumi.Output<number> => failed(new ConfigurationError("There is no access key."));
    const [, last] = ["one", "two"].map((name) => pipeline(name, refused(), refused()));
    // What failed before in the process of this test is of the same run.
    const lines = (await refusalOf(last!)).split("\n").filter((line) => line.includes("access key"));
    expect(lines).to.deep.equal(["  There is no access key."]);
  });

  it("says that nothing was changed only in a preview, which alone knows", async () => {
    expect(validationMessage(["  x"])).to.equal("Validation failed:\n  x");
    await actAsEngine({ isPreview: true });
    expect(validationMessage(["  x"])).to.equal("Validation failed; nothing was changed:\n  x");
  });
});
