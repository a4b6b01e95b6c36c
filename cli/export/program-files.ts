import { dataText, type PipelineData } from "./pipeline-data.ts";
import type { ImportFile } from "./import-file.ts";
import { programText } from "./program-text.ts";

/** What an exported program is made of. */
export interface ExportedProgram {
  /** Name of the Pulumi project. */
  readonly project: string;
  /** Version of this package. */
  readonly version: string;
  /** The pipelines, by the names of their resources. */
  readonly pipelines: readonly (readonly [resource: string, data: PipelineData])[];
  readonly imports: ImportFile;
}

/** The files of an exported program, by their paths in its folder. */
export function programFiles({ project, version, pipelines, imports }: ExportedProgram): Map<string, string> {
  return new Map([
    ["Pulumi.yaml", `name: ${project}\ndescription: Pipelines of NAVER Cloud SourcePipeline\nruntime: nodejs\n`],
    ["package.json", json(packageOf(project, version))],
    ["tsconfig.json", json(tsconfig)],
    [".gitignore", "node_modules/\nbin/\n"],
    ["index.ts", programText],
    ["import.json", json(imports)],
    ...pipelines.map(([resource, data]) => [`pipelines/${resource}.json`, dataText(data)] as const),
  ]);
}

const packageOf = (name: string, version: string): object => ({
  name,
  private: true,
  main: "index.ts",
  dependencies: { "@pulumi/pulumi": "^3.216.0", "pulumi-ncloud-sourcepipeline": `^${version}` },
  devDependencies: { "@types/node": "^24.0.0", typescript: "^5.9.0" },
});

const tsconfig = {
  compilerOptions: {
    strict: true,
    outDir: "bin",
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    types: ["node"],
    sourceMap: true,
  },
  files: ["index.ts"],
};

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
