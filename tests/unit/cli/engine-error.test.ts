import { expect } from "chai";
import { engineError } from "../../../cli/pulumi/run-pulumi.ts";

describe("engineError", () => {
  it("takes the diagnostics, once each, and not the line that only reports that it failed", () => {
    const stdout = JSON.stringify({
      diagnostics: [
        { severity: "info#err", message: "not this one" },
        { severity: "error", message: "error: Preview failed: no key\n" },
        { severity: "error", message: "error: Preview failed: no key\n" },
        { severity: "error", message: "error: preview failed\n" },
      ],
    });
    expect(engineError(stdout, "")).to.equal("no key");
  });

  it("takes standard error where there is no JSON, in one line, and counts what it leaves out", () => {
    expect(engineError("Updating…", "error: no stack selected\n")).to.equal("no stack selected");
    expect(engineError("", "error: one\nerror: two\nthree\n")).to.equal("one (and 2 more)");
    expect(engineError("", "")).to.equal("it gave no reason");
  });

  it("is not what was done before it failed", () => {
    const downloading = "Downloading pulumi v3.259.0...\nInstalling pulumi...\n";
    expect(engineError("", `${downloading}error: no stack selected\n`)).to.equal("no stack selected");
    expect(engineError("", `${downloading}no such host\n`)).to.equal("no such host");
  });
});
