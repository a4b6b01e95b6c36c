import { expect } from "chai";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const entry = join(repository, "emulator/index.ts");

/** The compiler options of the templates of `pulumi new` for TypeScript, and nothing else. */
const template = {
  strict: true,
  outDir: "bin",
  target: "es2020",
  sourceMap: true,
  experimentalDecorators: true,
  pretty: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  forceConsistentCasingInFileNames: true,
};
/** Templates of today, and those of before. */
const templates: Record<string, object> = {
  nodenext: { ...template, module: "nodenext", moduleResolution: "nodenext" },
  commonjs: { ...template, module: "commonjs", moduleResolution: "node" },
};

describe("the declarations of the emulator", function () {
  this.timeout(60_000);

  it("have documentation for everything that a program can name", () => {
    const program = ts.createProgram([entry], { ...compilerOptions(), noEmit: true });
    const { undocumented, members } = inspect(program);
    expect(undocumented).to.deep.equal([]);
    expect(members).to.be.greaterThan(100);
  });

  describe("as they are built", () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), "program-"));
      mkdirSync(join(folder, "node_modules/@types"), { recursive: true });
      symlinkSync(repository, join(folder, "node_modules/pulumi-ncloud-sourcepipeline"));
      symlinkSync(join(repository, "node_modules/@types/node"), join(folder, "node_modules/@types/node"));
    });
    after(() => rmSync(folder, { recursive: true }));

    /** Compiles a program, the declarations of all packages included: `skipLibCheck` is off. */
    function compile(text: string, compilerOptions: object | undefined) {
      const file = join(folder, "index.ts");
      writeFileSync(file, text);
      const { options } = ts.parseJsonConfigFileContent({ compilerOptions, files: [file] }, ts.sys, folder);
      const program = ts.createProgram([file], options);
      return {
        problems: ts.getPreEmitDiagnostics(program).map(({ file: place, start = 0, messageText }) => ({
          file: place?.fileName,
          line: place?.getLineAndCharacterOfPosition(start).line,
          text: ts.flattenDiagnosticMessageText(messageText, " "),
        })),
        files: program.getSourceFiles().map(({ fileName }) => fileName),
      };
    }

    const program = `
      import { createAdminClient, createEmulator, type Seed, type Settings } from "pulumi-ncloud-sourcepipeline/emulator";

      const seed: Seed = { repositories: [{ name: "shop-api", branches: ["main"] }] };
      export async function run(): Promise<number> {
        const emulator = await createEmulator({ seed, speed: 0, keepRuns: 10, allowHosts: ["emulator"] });
        await emulator.admin.addFaults([{ operation: "createProject", when: "after", kind: "reset", times: 1 }], 7);
        await emulator.admin.addOutcomes([{ pipeline: "shop", status: "failed" }]);
        const settings: Settings = await emulator.admin.changeSettings({ statusWords: "upper", taskMs: null });
        const { runs = [] } = await createAdminClient(emulator.url).readState({ secrets: true });
        await emulator.close();
        return runs.length + settings.taskMs;
      }`;

    for (const [name, options] of Object.entries(templates)) {
      it(`compile in a program of Pulumi's template with ${name}, and lead to no schema library`, () => {
        const { problems, files } = compile(program, options);
        expect(problems).to.deep.equal([]);
        expect(files.filter((file) => /\/dist\/(cjs\/)?emulator\//.test(file))).to.not.be.empty;
        expect(files.filter((file) => /\/zod\/|\/api\/schemas\//.test(file))).to.deep.equal([]);
      });
    }

    const mistakes: Record<string, string> = {
      "an unknown operation": 'admin.addFaults([{ operation: "createPipeline" }])',
      "an unknown kind of fault": 'admin.addFaults([{ operation: "*", kind: "explode" }])',
      "an unknown setting": "admin.changeSettings({ speed: 2 })",
      "a value that a setting does not have": 'admin.changeSettings({ timeUnit: "h" })',
      "an unknown part of a seed": "admin.writeState({ pipeline: [] })",
      "an unknown option": "createEmulator({ keepRun: 1 })",
    };
    it("refuse the mistakes that an editor can see", () => {
      const lines = [
        'import { createAdminClient, createEmulator } from "pulumi-ncloud-sourcepipeline/emulator";',
        'const admin = createAdminClient(""); export const all = [',
        ...Object.values(mistakes).map((call) => `${call},`),
        "];",
      ];
      const { problems } = compile(lines.join("\n"), templates["nodenext"]);
      expect(problems.map(({ line }) => line)).to.deep.equal(Object.keys(mistakes).map((_, index) => index + 2));
    });
  });
});

function compilerOptions(): ts.CompilerOptions {
  const read = ts.readConfigFile(join(repository, "tsconfig.json"), (name) => ts.sys.readFile(name));
  return ts.parseJsonConfigFileContent(read.config, ts.sys, repository).options;
}

/** Symbols of types that programs name or write out; methods are members of them. */
const nameable = ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.TypeLiteral;

/** Walks from what the entry exports to everything that its types name, and notes what has no documentation. */
function inspect(program: ts.Program): { undocumented: string[]; members: number } {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error("The entry has no exports.");

  const undocumented: string[] = [];
  const seen = new Set<ts.Symbol>();
  const seenTypes = new Set<ts.Type>();
  let members = 0;

  function note(symbol: ts.Symbol, name: string): void {
    members += 1;
    if (symbol.getDocumentationComment(checker).length === 0) undocumented.push(name);
  }

  function visitType(type: ts.Type): void {
    if (seenTypes.has(type)) return;
    seenTypes.add(type);
    for (const part of type.isUnionOrIntersection() ? type.types : []) visitType(part);
    for (const argument of [...checker.getTypeArguments(type as ts.TypeReference), ...(type.aliasTypeArguments ?? [])])
      visitType(argument);
    for (const signature of type.getCallSignatures()) visitSignature(signature);
    for (const index of checker.getIndexInfosOfType(type)) visitType(index.type);
    if (isOurs(type.symbol) && (type.symbol.flags & nameable) !== 0) visit(type.symbol, type.symbol.name, false);
    if (isOurs(type.aliasSymbol)) visit(type.aliasSymbol, type.aliasSymbol.name);
  }

  function visitSignature(signature: ts.Signature): void {
    visitType(signature.getReturnType());
    for (const parameter of signature.getParameters()) visitType(checker.getTypeOfSymbol(parameter));
  }

  /** Literal types inside of others have members to document, but no name to document themselves. */
  function visit(symbol: ts.Symbol, name: string, isNamed = (symbol.flags & ts.SymbolFlags.TypeLiteral) === 0): void {
    if (seen.has(symbol)) return;
    seen.add(symbol);
    const isLiteral = (symbol.flags & (ts.SymbolFlags.TypeLiteral | ts.SymbolFlags.ObjectLiteral)) !== 0;
    if (isNamed || !isLiteral) note(symbol, name);
    const type =
      symbol.flags & ts.SymbolFlags.Value ? checker.getTypeOfSymbol(symbol) : checker.getDeclaredTypeOfSymbol(symbol);
    const instance = symbol.flags & ts.SymbolFlags.Class ? checker.getDeclaredTypeOfSymbol(symbol) : type;
    for (const property of instance.getProperties()) {
      if (!isOurs(property)) continue;
      note(property, `${name}.${property.name}`);
      visitType(checker.getTypeOfSymbol(property));
    }
    visitType(type);
  }

  const isOurs = (symbol: ts.Symbol | undefined): symbol is ts.Symbol =>
    symbol?.declarations?.some((declaration) => {
      const { fileName } = declaration.getSourceFile();
      return fileName.startsWith(join(repository, "emulator")) || fileName.startsWith(join(repository, "provider"));
    }) ?? false;

  for (const exported of checker.getExportsOfModule(module)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    visit(symbol, symbol.name);
  }
  return { undocumented, members };
}
