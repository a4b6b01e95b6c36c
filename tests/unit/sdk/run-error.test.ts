import { spawnSync } from "node:child_process";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { runError } from "../../../sdk/run-error.ts";

/** Promises that fail with these errors and are handled after Node has reported them. */
const program = (errors: string): string => `
  const { runError } = await import(${JSON.stringify(new URL("../../../sdk/run-error.ts", import.meta.url).href)});
  const failed = ${errors}.map((error) => Promise.reject(error));
  setImmediate(() => failed.forEach((promise) => promise.catch(() => undefined)));`;

const warningsOf = (errors: string): number => {
  const words = ["--unhandled-rejections=warn", "--input-type=module", "--eval", program(errors)];
  const { stderr, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect(status, stderr).to.equal(0);
  return stderr.split("PromiseRejectionHandledWarning").length - 1;
};

describe("an error that ends the program", function () {
  this.timeout(20_000);

  it("has its message alone", () => {
    const error = runError("It is wrong.");
    expect(pulumi.RunError.isInstance(error)).to.equal(true);
    expect([error.message, error.stack]).to.deep.equal(["It is wrong.", ""]);
  });

  it("may be looked at late without a warning of Node, other errors may not", () => {
    expect(warningsOf('[runError("ours"), runError("ours, too")]')).to.equal(0);
    expect(warningsOf('[runError("ours"), new Error("another"), "a text"]')).to.equal(2);
  });
});
