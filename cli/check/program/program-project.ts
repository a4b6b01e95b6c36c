import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isMap, isNode, isScalar, parseDocument } from "yaml";
import type { Settings } from "../../../provider/config/settings.ts";
import { knownRecord, knownText } from "../../../provider/core/validation/partial.ts";
import { unknownValue } from "../../../provider/core/validation/unknown.ts";

/** A Pulumi project as far as its program needs it to run. */
export interface ProgramProject {
  readonly name: string;
  /** Folder of `Pulumi.yaml`. */
  readonly root: string;
  /** Folder in which the program runs. */
  readonly folder: string;
  /** The program in that folder; `.` where its package.json, or `index`, says so. */
  readonly entry: string;
  /** What the project says of its runtime. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The stack whose configuration the program gets. */
  readonly stack: string;
  /** Values by full keys, such as `ncloud:region`; encrypted ones are unknown. */
  readonly configuration: ReadonlyMap<string, string>;
}

/** What a project can be written in; the first that exists is read, as by Pulumi. */
const endings = [".yaml", ".yml", ".json"];

/** Whether a folder holds a Pulumi project. */
export const isProject = (folder: string): boolean => fileOf(folder, "Pulumi") !== undefined;

/**
 * Reads a project and the configuration of a stack, from their files alone.
 *
 * @param wanted name of the stack; without one the only stack that has a file, if there is one
 * @param settings what holds before the configuration's `ncloud:` keys
 * @throws Error in one line when there is no project, when its program is not one for Node.js, or when it has several stacks
 */
export function readProgramProject(folder: string, wanted?: string, settings: Settings = {}): ProgramProject {
  const file = fileOf(folder, "Pulumi");
  if (file === undefined) throw new Error(`There is no Pulumi project in ${resolve(folder)}: Pulumi.yaml is missing.`);
  const document = readYaml(file);
  const project = knownRecord(document.toJS());
  const name = knownText(project["name"]) ?? "project";
  const runtime = knownText(project["runtime"]) ?? knownText(knownRecord(project["runtime"])["name"]) ?? "";
  if (!/^(nodejs|bun)$/.test(runtime))
    throw new Error(`The program of project "${name}" is not one for Node.js, but for ${runtime || "nothing"}.`);

  const stacks = join(folder, knownText(project["stackConfigDir"]) ?? ".");
  const stack = wanted?.split("/").at(-1) ?? onlyStack(stacks);
  const stackFile = stack === undefined ? undefined : fileOf(stacks, `Pulumi.${stack}`);
  if (wanted !== undefined && stackFile === undefined)
    throw new Error(`Stack "${wanted}" has no file Pulumi.${String(stack)}.yaml in ${resolve(stacks)}.`);
  return {
    name,
    root: resolve(folder),
    ...programOf(folder, knownText(project["main"])),
    options: knownRecord(knownRecord(project["runtime"])["options"]),
    stack: stack ?? "check",
    configuration: new Map([
      ...configurationIn(document, name, declaredValue),
      ...(stackFile === undefined ? [] : configurationIn(readYaml(stackFile), name)),
      ...Object.entries(settings).flatMap(([key, value]): [string, string][] =>
        value === undefined ? [] : [[`ncloud:${key}`, value as string]],
      ),
    ]),
  };
}

/** Where a program runs, and how it is called there: in the folder of `main`, as under the engine. */
function programOf(root: string, main = "."): Pick<ProgramProject, "folder" | "entry"> {
  const path = resolve(root, main);
  if (!existsSync(path)) throw new Error(`The program ${path} does not exist: "main" in Pulumi.yaml names it.`);
  return statSync(path).isDirectory()
    ? { folder: path, entry: "." }
    : { folder: dirname(path), entry: `./${basename(path)}` };
}

function fileOf(folder: string, name: string): string | undefined {
  return endings.map((ending) => join(folder, name + ending)).find((file) => existsSync(file));
}

/** The stack that is meant where none is named. */
function onlyStack(folder: string): string | undefined {
  const names = readdirSync(folder).flatMap((file) => /^Pulumi\.(.+)\.(?:yaml|yml|json)$/.exec(file)?.[1] ?? []);
  if (names.length < 2) return names[0];
  throw new Error(`There are several stacks: name one with --stack. Existing: ${names.sort().join(", ")}.`);
}

type Document = ReturnType<typeof parseDocument>;

function readYaml(file: string): Document {
  const document = parseDocument(readFileSync(file, "utf8"));
  const [error] = document.errors;
  if (error) throw new Error(`${file} cannot be read: ${error.message.split("\n")[0] ?? ""}`);
  return document;
}

/** What a file configures. A key without a namespace is the project's own. */
function configurationIn(
  document: Document,
  project: string,
  valueOf: (node: unknown) => unknown = (node) => node,
): [string, string][] {
  const section: unknown = document.get("config");
  if (!isMap(section)) return [];
  return section.items.flatMap(({ key, value }): [string, string][] => {
    const name = isScalar(key) ? String(key.source ?? key.value) : "";
    const text = textOf(document, valueOf(value));
    return text === undefined ? [] : [[name.includes(":") ? name : `${project}:${name}`, text]];
  });
}

/** The value in `Pulumi.yaml`, where more may be said of it than that. */
function declaredValue(node: unknown): unknown {
  if (!isMap(node) || !["type", "default", "value"].some((key) => node.has(key))) return node;
  const valueOf = (key: string): unknown => node.get(key, true);
  return valueOf("value") ?? valueOf("default");
}

/** A value as programs get it: a text as it is written, what is structured as JSON. */
function textOf(document: Document, node: unknown): string | undefined {
  if (isScalar(node)) return node.value === null ? undefined : (node.source ?? JSON.stringify(node.value));
  const value: unknown = isNode(node) ? withoutSecrets(node.toJS(document)) : undefined;
  return value === undefined || typeof value === "string" ? value : JSON.stringify(value);
}

/** Encrypted values are not known. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === "secure") return unknownValue;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutSecrets(part)]));
}
