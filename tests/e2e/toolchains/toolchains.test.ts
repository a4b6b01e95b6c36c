import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Outcome } from "../support/run-command.ts";
import { createSandbox } from "../support/sandbox.ts";
import { serviceOf } from "../support/service.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

const pulumi = { "@pulumi/pulumi": "3.270.0" };
const yaml = "name: packed\nruntime: nodejs\n";
const make = 'new ncloud.Pipeline("shop", { tasks: [ncloud.buildTask("build", { project: "shop-api" })] });';
const program = `const ncloud = require("pulumi-ncloud-sourcepipeline");\n${make}\n`;

/** What pnpm is told so that it does not stop for scripts that packages would like to run. */
const pnpm = (linker: string): string =>
  `nodeLinker: ${linker}\nallowBuilds:\n  protobufjs: false\npackages:\n  - .\n  - app\n  - lib\n`;

/** Package managers: what each is started with, and files of its own. */
const managers: Readonly<
  Record<string, { tool: readonly [string, string]; words: string[]; files?: Record<string, string> }>
> = {
  "pnpm 10, isolated": {
    tool: ["pnpm10", "bin/pnpm.cjs"],
    words: ["install"],
    files: { "pnpm-workspace.yaml": pnpm("isolated") },
  },
  "pnpm 10, hoisted": {
    tool: ["pnpm10", "bin/pnpm.cjs"],
    words: ["install"],
    files: { "pnpm-workspace.yaml": pnpm("hoisted") },
  },
  "pnpm 12, isolated": {
    tool: ["pnpm12", "bin/pnpm.mjs"],
    words: ["install"],
    files: { "pnpm-workspace.yaml": pnpm("isolated") },
  },
  "pnpm 12, hoisted": {
    tool: ["pnpm12", "bin/pnpm.mjs"],
    words: ["install"],
    files: { "pnpm-workspace.yaml": pnpm("hoisted") },
  },
  "yarn 4, node-modules": {
    tool: ["yarn4", "bin/yarn.js"],
    words: ["install", "--no-immutable"],
    files: { ".yarnrc.yml": "nodeLinker: node-modules\nenableScripts: false\n", "yarn.lock": "" },
  },
  bun: { tool: ["bun", "bin/bun.exe"], words: ["install"] },
};

/** A component library, and a program that uses it; who depends on the package itself is the question. */
const workspace = (tarball: string, ofApp: object, protocol: string) => ({
  "package.json": { private: true, workspaces: ["app", "lib"] },
  "lib/package.json": {
    name: "lib",
    version: "1.0.0",
    main: "index.js",
    dependencies: { ...pulumi, "pulumi-ncloud-sourcepipeline": tarball },
  },
  "lib/index.js": `const pulumi = require("@pulumi/pulumi");
    ${program.replace(make, "")}
    exports.Team = class extends pulumi.ComponentResource {
      constructor(name) {
        super("shop:index:Team", name);
        new ncloud.Pipeline(name, { tasks: [ncloud.buildTask("build", { project: "shop-api" }, { parent: this })] }, { parent: this });
      }
    };`,
  "app/package.json": {
    name: "app",
    private: true,
    main: "index.js",
    dependencies: { ...pulumi, lib: protocol, ...ofApp },
  },
  "app/index.js": 'const { Team } = require("lib"); new Team("shop");',
  "app/Pulumi.yaml": yaml,
});

/** A unit test as users write it; both runners have these words. */
const unitTest = `import * as pulumi from "@pulumi/pulumi";
import * as ncloud from "pulumi-ncloud-sourcepipeline";

pulumi.runtime.setMocks({
  call: ({ token }) => (token === "ncloud:index:getBuildProject" ? { id: 7 } : {}),
  newResource: ({ name, inputs }) => ({ id: name + "-id", state: inputs }),
});

test("a program's pipeline builds the project of a name", async () => {
  const task = ncloud.buildTask("build", { project: "shop-api" });
  const shop = new ncloud.Pipeline("shop", { tasks: [task] });
  const tasks = await new Promise<ncloud.Task[]>((resolve) => shop.tasks.apply(resolve));
  expect(tasks).toEqual([{ name: "build", type: "SourceBuild", projectId: 7 }]);
  expect(ncloud.Pipeline.isInstance(shop)).toBe(true);
});
`;

describe("the packed package under other people's tools", function () {
  this.timeout(300_000);
  let workshop: Workshop;

  before(async () => {
    workshop = await openWorkshop({
      pnpm10: "npm:pnpm@10.34.8",
      pnpm12: "npm:pnpm@12.21.0",
      yarn4: "npm:@yarnpkg/cli-dist@4.18.1",
      bun: "1.4.5",
    });
  });
  after(() => workshop[Symbol.dispose]());

  const fine = ({ code, output }: Outcome): void => {
    expect(code, output).to.equal(0);
  };

  /** Previews, makes and destroys what a project declares: one pipeline. */
  async function runProject(folder: string): Promise<void> {
    await using sandbox = await createSandbox({ folder });
    fine(await sandbox.pulumi("preview"));
    fine(await sandbox.pulumi("up", "--yes", "--skip-preview"));
    expect(await serviceOf(sandbox.emulator).pipelines()).to.have.length(1);
    fine(await sandbox.pulumi("destroy", "--yes", "--skip-preview"));
    expect(await serviceOf(sandbox.emulator).pipelines()).to.deep.equal([]);
  }

  for (const [name, { tool, words, files }] of Object.entries(managers)) {
    it(`${name}: preview, up and destroy`, async () => {
      const folder = workshop.project({
        "package.json": {
          name: "packed",
          private: true,
          main: "index.js",
          dependencies: { ...pulumi, "pulumi-ncloud-sourcepipeline": workshop.tarball },
        },
        "index.js": program,
        "Pulumi.yaml": yaml,
        ...files,
      });
      fine(await workshop.run(folder, tool, ...words));
      await runProject(folder);
    });
  }

  it("npm workspaces, where the library alone depends on it: preview, up and destroy", async () => {
    const folder = workshop.project(workspace(workshop.tarball, {}, "1.0.0"));
    fine(await workshop.npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund"));
    await runProject(join(folder, "app"));
  });

  it("pnpm workspaces, where the library alone depends on it: one sentence, and with it in the program all runs", async () => {
    const files = { "pnpm-workspace.yaml": pnpm("isolated") };
    const folder = workshop.project({ ...workspace(workshop.tarball, {}, "workspace:*"), ...files });
    fine(await workshop.run(folder, ["pnpm12", "bin/pnpm.mjs"], "install"));
    const app = join(folder, "app");
    {
      await using sandbox = await createSandbox({ folder: app });
      const { code, output } = await sandbox.pulumi("preview");
      expect(code).to.not.equal(0);
      expect(output).to.contain("add it to the dependencies of the program's own package.json");
      expect(output).to.not.match(/Cannot find module|^\s+at .+:\d+:\d+/m);
    }
    const own = { "pulumi-ncloud-sourcepipeline": workshop.tarball };
    const { "app/package.json": manifest } = workspace(workshop.tarball, own, "workspace:*");
    writeFileSync(join(app, "package.json"), JSON.stringify(manifest));
    rmSync(join(folder, "pnpm-lock.yaml"));
    fine(await workshop.run(folder, ["pnpm12", "bin/pnpm.mjs"], "install", "--no-frozen-lockfile"));
    await runProject(app);
  });

  it("Jest 30 with ts-jest, and vitest: a test with setMocks", async () => {
    const folder = workshop.project({
      "package.json": {
        private: true,
        dependencies: { ...pulumi, "pulumi-ncloud-sourcepipeline": workshop.tarball },
        devDependencies: {
          "@types/jest": "30.0.0",
          "@types/node": "24.19.2",
          jest: "30.5.2",
          "ts-jest": "29.4.15",
          typescript: "5.9.3",
          vitest: "5.1.1",
        },
      },
      "jest.config.js": 'module.exports = { preset: "ts-jest", testEnvironment: "node" };\n',
      "vitest.config.mjs": "export default { test: { globals: true } };\n",
      "tsconfig.json": {
        compilerOptions: {
          strict: true,
          module: "commonjs",
          target: "es2022",
          esModuleInterop: true,
          types: ["jest", "node"],
        },
      },
      "shop.test.ts": unitTest,
    });
    fine(await workshop.npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund"));
    for (const words of [["jest"], ["vitest", "run"]]) {
      const outcome = await workshop.npm(folder, "exec", "--", ...words);
      fine(outcome);
      expect(outcome.output).to.match(/Tests:?\s+1 passed/);
    }
  });

  it("an old Node gets one sentence, by require and by import", async () => {
    const folder = workshop.project({
      "package.json": { private: true, dependencies: { ...pulumi, "pulumi-ncloud-sourcepipeline": workshop.tarball } },
      // What a Node says of itself is all that the package can go by.
      "old.cjs": `const versions = { ...process.versions, node: "20.19.5" };
        Object.defineProperties(process, { versions: { value: versions }, version: { value: "v20.19.5" } });`,
    });
    fine(await workshop.npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund"));
    const loads = ["require('pulumi-ncloud-sourcepipeline')", "import('pulumi-ncloud-sourcepipeline')"];
    for (const load of [...loads, "require('pulumi-ncloud-sourcepipeline/provider')"]) {
      const words = ["exec", "--offline", "--", process.execPath, "--require", "./old.cjs", "-e", load];
      const { code, output } = await workshop.npm(folder, ...words);
      expect(code).to.not.equal(0);
      expect(output).to.match(/needs Node\.js 22\.12 or newer, and this is v20\.19\.5\. Install Node\.js 24/);
      expect(output).to.not.contain("withResolvers");
    }
  });
});
