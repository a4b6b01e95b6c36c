import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleFiles, exampleNames } from "../../../cli/commands/example.ts";

const examples = fileURLToPath(new URL("../../../examples", import.meta.url));
const filesOf = (name: string) => exampleFiles({ examples, name, version: "1.2.3" });

describe("an example as a project of its own", () => {
  it("is to be had of every folder, depends on the package, and has no folder of the repository in it", async () => {
    const names = await exampleNames(examples);
    expect(names).to.include.members(["quickstart", "gitops"]);
    for (const name of names) {
      const files = await filesOf(name);
      expect([...files.keys()]).to.include.members(["Pulumi.yaml", ".gitignore", "package.json"]);
      expect([...files.keys()].filter((path) => path.includes("node_modules"))).to.deep.equal([]);
      const { dependencies } = JSON.parse(files.get("package.json") ?? "") as { dependencies: object };
      expect(dependencies).to.include({ "pulumi-ncloud-sourcepipeline": "^1.2.3" });
      expect(files.get("Pulumi.yaml")).to.not.contain("../..");
    }
  });

  it("has all files of the example as they are, hidden ones included", async () => {
    const files = await filesOf("gitops");
    for (const path of [".github/workflows/merge.yml", "ci/comment.sh", "Pulumi.yaml", ".gitignore", "README.md"])
      expect(files.get(path), path).to.equal(readFileSync(join(examples, "gitops", path), "utf8"));
  });
});
