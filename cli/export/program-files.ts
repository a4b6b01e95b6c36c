import { basename, resolve } from "node:path";
import { stringify } from "yaml";
import type { Location } from "../../provider/core/location.ts";
import type { PipelineData } from "../../sdk/files/pipeline-data.ts";
import { dataText, schemaPath } from "./data-text.ts";
import type { HostName } from "../../provider/hosts/shared/resource-types.ts";
import type { ImportFile } from "./import-file.ts";
import { type ExportLanguage, type LanguageProject, languageProjects } from "./language-projects.ts";

/** What an exported program is made of. */
export interface ExportedProgram {
  /** Name of the Pulumi project. */
  readonly project: string;
  /** Where the pipelines live. */
  readonly location: Location;
  /** Version of this package. */
  readonly version: string;
  /** The pipelines, by the names of their resources. */
  readonly pipelines: readonly (readonly [resource: string, data: PipelineData])[];
  readonly imports: ImportFile;
  /** Which host makes the pipelines. */
  readonly host: HostName;
}

/** The files of an exported program, by their paths in its folder. */
export function programFiles(program: ExportedProgram): Map<string, string> {
  const { project, location, version, pipelines, imports, host } = program;
  return new Map([
    ["Pulumi.yaml", projectFile(project, "nodejs", location, host)],
    ["package.json", json(packageOf(project, version))],
    ["tsconfig.json", json(tsconfig)],
    [".gitignore", "node_modules/\nbin/\n.pulumi/\n"],
    ["index.ts", programText],
    ["import.json", json(imports)],
    ...pipelines.map(
      ([resource, data]) => [`pipelines/${resource}.json`, dataText({ $schema: schemaPath, ...data })] as const,
    ),
  ]);
}

/** The program of every export: it declares what stands in the data files, so that only those change from then on. */
export const programText = `// The pipelines of this stack: one file each, in the folder that the configuration names, else in \`pipelines\`.
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as ncloud from "pulumi-ncloud-sourcepipeline";

const folder = join(__dirname, new pulumi.Config().get("pipelines") ?? "pipelines");
ncloud.declarePipelines(ncloud.readPipelines(folder));
`;

/** The files of a project in another language, whose program the engine writes when it imports. */
export function languageFiles(
  language: Exclude<ExportLanguage, "typescript">,
  program: ExportedProgram,
): Map<string, string> {
  const { project, location, version, imports } = program;
  const { files }: LanguageProject = languageProjects[language];
  return new Map([
    ["Pulumi.yaml", projectFile(project, language, location, "plugin")],
    // Only the plugin is installed by it.
    ["package.json", json({ private: true, dependencies: { "pulumi-ncloud-sourcepipeline": `^${version}` } })],
    [".gitignore", "node_modules/\n"],
    ["import.json", json(imports)],
    ...Object.entries(files(packageName(project))),
  ]);
}

/** With the location, because in another one the pipelines would be replaced; and where the plugin is. */
function projectFile(name: string, runtime: string, { region, platform, site }: Location, host: HostName): string {
  const asked = host === "plugin" && runtime === "nodejs" ? { "ncloud:host": host } : {};
  const config = { "ncloud:region": region, "ncloud:platform": platform, "ncloud:site": site, ...asked };
  const plugin = { name: "ncloud", path: "node_modules/pulumi-ncloud-sourcepipeline/bin" };
  const plugins = host === "plugin" ? { plugins: { providers: [plugin] } } : {};
  const project = { name, description: "Pipelines of NAVER Cloud SourcePipeline", runtime, ...plugins, config };
  // Quotes what the older YAML takes for something else, too, such as NO for a boolean.
  return stringify(project, { compat: "yaml-1.1" });
}

const packageOf = (name: string, version: string): object => ({
  name: packageName(name),
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

/**
 * The name of the Pulumi project of a folder: the folder's, as far as Pulumi allows it, 1 to 100 of `A-Z a-z 0-9 _ . -`.
 *
 * @example projectName("out/Shop pipelines") // "Shop-pipelines"
 */
export function projectName(folder: string): string {
  const name = basename(resolve(folder)).replaceAll(/[^A-Za-z0-9_.-]+/g, "-");
  return name.replace(/^-+/, "").slice(0, 100).replace(/-+$/, "") || "pipelines";
}

/**
 * The name of the npm package of a project: npm allows no uppercase letters, and neither a dot nor an underscore at the start.
 *
 * @example packageName("Shop-pipelines") // "shop-pipelines"
 */
export function packageName(project: string): string {
  const name = project.toLowerCase().replace(/^[._-]+/, "");
  return name === "" || unusable.has(name) ? `pulumi-${name || "pipelines"}` : name;
}

/** Names that npm refuses, or that the program could no longer tell from what it depends on. */
const unusable: ReadonlySet<string> = new Set([
  "node_modules",
  "favicon.ico",
  "typescript",
  "pulumi-ncloud-sourcepipeline",
]);
