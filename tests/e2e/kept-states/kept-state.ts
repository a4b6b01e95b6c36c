import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Seed, SeedPipeline } from "../../../emulator/index.ts";
import { repository } from "../support/sandbox.ts";

/** Where the states of released versions are kept, as `<version>/<name>/`; README.md there says what each file is. */
export const keptStates = join(repository, "tests", "fixtures", "states");

/** Stands for the emulator's address in what is kept, because every emulator has another port. */
const placeholder = "http://emulator.invalid";

/** A stack as `pulumi stack export` writes it, as far as tests and maker read it. */
export interface ExportedStack {
  deployment: { manifest: { plugins?: unknown }; resources?: StoredResource[] };
}

export interface StoredResource {
  id?: string;
  type: string;
  outputs?: Record<string, unknown>;
  sourcePosition?: unknown;
  stackTrace?: unknown;
}

/** A stack that a version of the package has left behind, and the account it belongs to. */
export interface KeptState {
  /** `0.1.0/full` */
  readonly name: string;
  readonly program: string;
  /** The settings of the stack: the salt with which the secrets in its state are encrypted. */
  readonly settings: string;
  /** The stack, with the address of the emulator that answers now. */
  readonly stack: (url: string) => ExportedStack;
  /** What the account holds. */
  readonly account: Seed;
  /** The ids of the stack's pipelines, as its state has them. */
  readonly ids: readonly number[];
  /** The pipelines of the account that no state of the stack names. */
  readonly others: readonly SeedPipeline[];
}

/** The names of all kept states, oldest version first. */
export function keptStateNames(): string[] {
  return readdirSync(keptStates, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("deployment.json"))
    .map((path) => path.split(/[\\/]/).slice(0, -1).join("/"))
    .sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
}

/** @param name such as `0.1.0/full` */
export function readKeptState(name: string): KeptState {
  const text = (file: string): string => readFileSync(join(keptStates, name, file), "utf8");
  const account = JSON.parse(text("emulator.json")) as Seed;
  const stack = (url: string): ExportedStack =>
    JSON.parse(text("deployment.json").replaceAll(placeholder, url)) as ExportedStack;
  const ids = pipelinesOf(stack(placeholder)).map(({ id }) => Number(id));
  return {
    name,
    program: text("program.js"),
    settings: text("settings.yaml"),
    stack,
    account,
    ids,
    others: (account.pipelines ?? []).filter(({ id }) => id === undefined || !ids.includes(id)),
  };
}

/** The pipelines that a stack manages. */
export const pipelinesOf = ({ deployment }: ExportedStack): StoredResource[] =>
  (deployment.resources ?? []).filter(({ outputs }) => outputs !== undefined && "taskIds" in outputs);

/** A stack in the form in which it is kept: without the emulator's address, and without paths of a machine. */
export function textToKeep({ deployment, ...stack }: ExportedStack, url: string): string {
  // The engine's list of plugins has the folder of each.
  const { plugins: _, ...manifest } = deployment.manifest;
  // Where in the program a resource stands, and in which files of the SDK.
  const resources = deployment.resources?.map(({ sourcePosition: _position, stackTrace: _trace, ...rest }) => rest);
  return JSON.stringify({ ...stack, deployment: { ...deployment, manifest, resources } }).replaceAll(url, placeholder);
}
