import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { actionlint } from "./actionlint.ts";

const example = fileURLToPath(new URL("../../../examples/gitops", import.meta.url));
const files = globSync(join(example, ".github/workflows/*.yml"));

interface Concurrency {
  group: string;
  "cancel-in-progress": boolean;
}

interface Workflow {
  concurrency?: Concurrency;
  jobs: Record<string, { concurrency?: Concurrency }>;
}

const workflows = new Map(
  files.map((file) => [basename(file, ".yml"), parse(readFileSync(file, "utf8")) as Workflow] as const),
);

describe("the example's workflows", () => {
  it("are what GitHub takes, as actionlint checks it", async function () {
    this.timeout(300_000);
    const linter = await actionlint();
    if ("reason" in linter) {
      console.log(`      not checked: ${linter.reason}`);
      return this.skip();
    }
    // Its other checkers are there or not there by chance.
    const lint = (...paths: string[]) =>
      spawnSync(linter.program, ["-shellcheck=", "-pyflakes=", ...paths], { encoding: "utf8" });
    const { status, stdout, stderr } = lint(...files);
    expect(`${stdout}${stderr}`).to.equal("");
    expect(status).to.equal(0);

    // It would have seen a mistake.
    const folder = mkdtempSync(join(tmpdir(), "workflow-"));
    try {
      const wrong = join(folder, "wrong.yml");
      writeFileSync(wrong, readFileSync(files[0]!, "utf8").replace("secrets.NCLOUD", "secret.NCLOUD"));
      expect(lint(wrong).stdout).to.contain('undefined variable "secret"');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("let a check wait for no update, and an update never be cut off", () => {
    const groups = [...workflows].flatMap(([name, { concurrency, jobs }]) =>
      [concurrency, ...Object.values(jobs).map((job) => job.concurrency)].flatMap((one) =>
        one === undefined ? [] : [[name, one.group, one["cancel-in-progress"]]],
      ),
    );
    expect(groups.sort()).to.deep.equal([
      ["drift", "drift-${{ matrix.stack }}", true],
      ["merge", "update-${{ matrix.stack }}", false],
      ["pull-request", "pull-request-${{ github.event.pull_request.number }}", true],
    ]);
  });

  it("leave no file behind that git would commit, and let a README be committed", () => {
    const ignored = readFileSync(join(example, ".gitignore"), "utf8").trim().split("\n");
    expect(ignored).to.deep.equal(["node_modules/", "bin/", ".pulumi/", "reports/", "Pulumi.try-*.yaml"]);
  });
});
