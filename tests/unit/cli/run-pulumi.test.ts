import { expect } from "chai";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import sinon from "sinon";
import { readOtherStacks } from "../../../cli/drift/pending-and-unmanaged.ts";
import { environmentOf } from "../../../cli/pulumi/run-pulumi.ts";
import { printedPipeline } from "./stack-pipelines.ts";

describe("the environment of our own commands of the engine", () => {
  it("has nothing that confirms, writes or prints otherwise, and all that selects project and stack", () => {
    const given = {
      PULUMI_SKIP_CONFIRMATIONS: "true",
      PULUMI_OPTION_YES: "true",
      PULUMI_OPTION_CLEAR_PENDING_CREATES: "true",
      PULUMI_OPTION_EXPECT_NO_CHANGES: "true",
      PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
      PULUMI_OPTION_STACK: "dev",
      PULUMI_BACKEND_URL: "file://x",
      PULUMI_CONFIG_PASSPHRASE: "p",
      PATH: "/bin",
    };
    expect(environmentOf(given)).to.deep.equal({
      PULUMI_OPTION_STACK: "dev",
      PULUMI_BACKEND_URL: "file://x",
      PULUMI_CONFIG_PASSPHRASE: "p",
      PATH: "/bin",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "false",
    });
  });
});

describe("the other stacks of a backend", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "fake-pulumi-"));
    sinon.stub(process.env, "PATH").value([folder, process.env["PATH"]].join(delimiter));
  });
  after(() => {
    sinon.restore();
    rmSync(folder, { recursive: true });
  });

  it("are read once each but the own one, and one that cannot be read is named", async () => {
    const resource = JSON.stringify({ deployment: { resources: [printedPipeline("7", { name: "theirs" })] } });
    // Stands for a backend with rights: the file backend knows none.
    writeFileSync(
      join(folder, "pulumi"),
      `#!/bin/sh
echo "$*" >>"${folder}/calls"
case "$*" in
  "stack ls "*) echo '[{"name":"dev","current":true},{"name":"org/b/prod"},{"name":"org/c/secret"},{"odd":1}]' ;;
  *secret*) echo "error: [403] you do not have permission" >&2; exit 255 ;;
  *) echo '${resource}' ;;
esac
`,
    );
    chmodSync(join(folder, "pulumi"), 0o755);
    const { pipelines, notes } = await readOtherStacks({ cwd: folder });
    expect(pipelines.map(({ id }) => id)).to.deep.equal(["7"]);
    expect(notes).to.deep.equal([
      'Stack "org/c/secret" could not be read, so its pipelines may be listed as unmanaged: ' +
        "pulumi stack export failed: [403] you do not have permission",
    ]);
    expect(readFileSync(join(folder, "calls"), "utf8").trim().split("\n")).to.deep.equal([
      "stack ls --all --json --non-interactive",
      "stack export --stack org/b/prod --non-interactive",
      "stack export --stack org/c/secret --non-interactive",
    ]);
  });
});
