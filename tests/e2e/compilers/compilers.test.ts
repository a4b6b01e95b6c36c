import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type typescript from "typescript";
import { runCommand } from "../support/run-command.ts";
import { repository } from "../support/sandbox.ts";
import { head, right, rightWithNode, wrong } from "./snippets.ts";

const kinds = { right, rightWithNode, wrong };

/** The compilers that are installed for this; the repository has 5.9 itself. */
const installed: Readonly<Record<string, string>> = { ts54: "5.4.5", ts6: "6.0.3", ts7: "7.0.2" };

/** The files of the snippets, and which they are. */
const files: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(kinds).flatMap(([kind, snippets]) =>
    Object.keys(snippets).map((what, index) => [`${kind}-${String(index)}.ts`, `${kind}: ${what}`]),
  ),
);

/** What a program's `tsconfig.json` says, in a CommonJS package: the way in which packages of modules were refused. */
const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  module: "nodenext",
  moduleResolution: "nodenext",
  target: "es2022",
  lib: ["es2023"],
  types: ["node"],
};

describe("programs under the compilers that users have", function () {
  this.timeout(300_000);
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "compilers-"));
    const aliases = Object.entries(installed).map(([name, version]) => [name, `npm:typescript@${version}`] as const);
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ private: true, devDependencies: Object.fromEntries(aliases) }),
    );
    const env = process.env as Record<string, string>;
    const words = ["install", "--prefer-offline", "--no-audit", "--no-fund"];
    const { code, output } = await runCommand("npm", words, { cwd: folder, env });
    expect(code, output).to.equal(0);

    // As a user's project: the package in its own folder, with what it needs beside it.
    const modules = join(folder, "node_modules");
    const own = join(modules, "pulumi-ncloud-sourcepipeline");
    mkdirSync(own);
    cpSync(join(repository, "package.json"), join(own, "package.json"));
    cpSync(join(repository, "dist"), join(own, "dist"), {
      recursive: true,
      filter: (path) => !/\.js$|bundle/.test(path),
    });
    for (const name of ["@pulumi", "@types", "undici-types", "google-protobuf", "@grpc", "@logdna", "@opentelemetry"]) {
      symlinkSync(join(repository, "node_modules", name), join(modules, name));
    }
    for (const [kind, snippets] of Object.entries(kinds)) {
      Object.values(snippets).forEach((snippet, index) => {
        writeFileSync(join(folder, `${kind}-${String(index)}.ts`), `${head}${snippet}\nexport {};\n`);
      });
    }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Compares what a compiler refused, by file, with what it must refuse. */
  function expectVerdicts(refused: ReadonlyMap<string, string>, ofOurs: readonly string[]): void {
    expect(ofOurs, "in our own declarations").to.deep.equal([]);
    const unexpected = Object.entries(files).flatMap(([file, what]) => {
      const problem = refused.get(file);
      if (what.startsWith("right")) return problem === undefined ? [] : [`${what}: ${problem}`];
      return problem === undefined ? [`${what}: accepted`] : [];
    });
    expect(unexpected).to.deep.equal([]);
  }

  it("TypeScript 3.8, which the Pulumi SDK carries", () => {
    const require = createRequire(import.meta.url);
    const ts = require("@pulumi/pulumi/vendor/typescript@3.8.3/typescript.js") as typeof typescript;
    const program = ts.createProgram(
      Object.keys(files)
        .filter((file) => !file.startsWith("rightWithNode"))
        .map((file) => join(folder, file)),
      {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: [],
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2016,
      },
    );
    const refused = new Map<string, string>();
    const ofOurs: string[] = [];
    for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
      const text = ts.flattenDiagnosticMessageText(messageText, " ");
      const name = file?.fileName ?? "";
      if (name.includes("pulumi-ncloud-sourcepipeline")) ofOurs.push(`${name}: ${text}`);
      else if (name.startsWith(folder) && !name.includes("node_modules")) {
        refused.set(name.slice(folder.length + 1), text);
      }
    }
    expectVerdicts(refused, ofOurs);
  });

  for (const name of ["ts54", "typescript", "ts6", "ts7"]) {
    it(`TypeScript ${installed[name] ?? "5.9"}, nodenext in a CommonJS package`, async () => {
      const compiler = join(name === "typescript" ? repository : folder, "node_modules", name, "bin", "tsc");
      const words = [compiler, "-p", ".", "--pretty", "false"];
      const { output } = await runCommand(process.execPath, words, { cwd: folder, env: {} });
      const refused = new Map<string, string>();
      const ofOurs: string[] = [];
      for (const [line, file = ""] of output.matchAll(/^(\S+?)\(\d+,\d+\): error .*$/gm)) {
        if (file.includes("pulumi-ncloud-sourcepipeline/")) ofOurs.push(line);
        else refused.set(file, line);
      }
      expectVerdicts(refused, ofOurs);
    });
  }
});
