import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { languages } from "./languages/support/languages.ts";
import { installPacked, type PackedProject } from "./support/packed-project.ts";
import { runCommand } from "./support/run-command.ts";
import { createSandbox, repository } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

/** Every example, with the number of pipelines it declares in the emulator's sample world. */
const examples: Readonly<Record<string, number>> = {
  quickstart: 2,
  release: 1,
  "commonjs-typescript": 1,
  "esm-typescript": 2,
  gitops: 2,
  javascript: 1,
};

/** The compilers that users have: the SDK takes the one that is installed beside it, else the 3.8 that it carries. */
const compilers: { compiler: string; dependencies: Record<string, string>; programs: string[] }[] = [
  {
    compiler: "TypeScript 6",
    dependencies: { typescript: "6.0.3", "@types/node": "24.19.2" },
    programs: ["quickstart", "esm-typescript", "javascript"],
  },
  {
    compiler: "TypeScript 5",
    dependencies: { typescript: "5.9.3", "@types/node": "24.19.2" },
    programs: ["quickstart", "commonjs-typescript"],
  },
  { compiler: "no TypeScript", dependencies: { "@types/node": "18.19.130" }, programs: ["commonjs-typescript"] },
];

describe("the examples", function () {
  this.timeout(120_000);

  it("are all run here", () => {
    // Those in other languages by languages/examples.test.ts.
    const all = [...Object.keys(examples), ...languages.map(({ name }) => name)];
    expect(readdirSync(join(repository, "examples")).sort()).to.deep.equal(all.sort());
  });

  describe("in the workspace", () => {
    for (const [name, pipelines] of Object.entries(examples)) {
      // The quickstart is the project of the repository's own Pulumi.yaml.
      const folder = name === "quickstart" ? repository : join(repository, "examples", name);
      it(name, () => runExample(folder, pipelines));
    }
  });

  for (const { compiler, dependencies, programs } of compilers) {
    describe(`with the packed tarball in an empty folder, and ${compiler}`, () => {
      let packed: PackedProject;
      before(async () => {
        packed = await installPacked({ "@pulumi/pulumi": "3.270.0", ...dependencies });
      });
      after(() => {
        packed[Symbol.dispose]();
      });

      for (const name of programs) {
        it(name, async () => {
          const project = join(packed.folder, name);
          copyProgram(name, project);
          await runExample(project, examples[name] ?? 0);
        });
      }

      it("the command line runs", async () => {
        // As the pages write it; offline, because what is installed must do.
        const words = ["--offline", "-p", "pulumi-ncloud-sourcepipeline", "sourcepipeline", "--help"];
        const { code, output } = await runIn(packed.folder, "npx", ...words);
        expect(code, output).to.equal(0);
        expect(output).to.contain("emulator");
      });
    });
  }
});

/** A program, without what is installed beside it; its compiler is found in the folder above. */
function copyProgram(name: string, folder: string): void {
  const source = join(repository, "examples", name);
  cpSync(source, folder, { recursive: true, filter: (path) => !path.includes("node_modules", source.length) });
  // The quickstart's own is the one in the repository's root.
  if (name === "quickstart") writeFileSync(join(folder, "Pulumi.yaml"), "name: quickstart\nruntime: nodejs\n");
}

async function runExample(folder: string, pipelines: number): Promise<void> {
  await using sandbox = await createSandbox({ folder });
  const up = await sandbox.pulumi("up", "--yes", "--skip-preview");
  expect(up.code, up.output).to.equal(0);
  expect(await serviceOf(sandbox.emulator).pipelines()).to.have.length(pipelines);
  const again = await sandbox.pulumi("preview", "--expect-no-changes");
  expect(again.code, again.output).to.equal(0);
  const down = await sandbox.pulumi("destroy", "--yes", "--skip-preview");
  expect(down.code, down.output).to.equal(0);
  expect(await serviceOf(sandbox.emulator).pipelines()).to.deep.equal([]);
}

const runIn = (cwd: string, command: string, ...words: string[]): ReturnType<typeof runCommand> =>
  runCommand(command, words, { cwd, env: process.env as Record<string, string> });
