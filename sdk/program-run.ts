import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";

/** One run of a program under one engine: a preview and the update after it are two. */
export interface ProgramRun {
  /** The same object for everything of this run, another one for every other. */
  readonly key: object;
  /** What answers the program: the engine, a user's mocks, or nobody (a script that only asks). */
  readonly host: "engine" | "mocks" | "none";
  readonly isPreview: boolean;
  /**
   * Whether the program is a function of a process with programs of others (an inline program of the Automation API):
   * what nobody handles there fails all of them, and none of them is stopped before its engine deletes what it no longer has.
   */
  readonly isInline: boolean;
  /** Whether the program registered a function that the engine calls back, such as one of `transforms`. */
  readonly hasCallbacks: boolean;
}

/**
 * The run that the caller belongs to. A process of the Automation API has many, and each has a store of its own in the
 * SDK; outside of all of them there is one store for the process, which knows no engine.
 */
export function currentRun(): ProgramRun {
  const { getStore, getLocalStore } = (state ??= loadState());
  const store = getStore();
  const { monitorAddr = "" } = store.settings.options;
  const host = monitorAddr === "" ? "none" : monitorAddr === "mock" ? "mocks" : "engine";
  return {
    key: store,
    host,
    isPreview: pulumi.runtime.isDryRun(),
    isInline: host === "engine" && getLocalStore() !== undefined,
    hasCallbacks: store.callbacks !== undefined,
  };
}

/** The part of the SDK's store that tells who answers. */
interface Store {
  settings: { options: { monitorAddr?: string } };
  callbacks?: object;
}

/** The SDK's own memory of runs, for which it declares no type. */
interface State {
  readonly getStore: () => Store;
  /** The store of a run that has one of its own. */
  readonly getLocalStore: () => Store | undefined;
}

let state: State | undefined;

const loadState = (): State => createRequire(import.meta.url)("@pulumi/pulumi/runtime/state.js") as State;

/**
 * Keeps an inline program from ending before something has ended that may lead to more resources, as the SDK does for
 * its own functions; other programs last as long as anything is under way.
 */
export function holdRun(work: Promise<unknown>): void {
  if (!currentRun().isInline) return;
  const release = pulumi.runtime.rpcKeepAlive();
  const end = (): void => void setImmediate(release);
  work.then(end, end);
}

/**
 * Something that each run of a program has once, shared by all copies of the package in a process.
 *
 * @param name tells it from other things
 * @example const turnOfThisRun = onceForEachRun("turn", () => ({ declarations: [] }));
 */
export function onceForEachRun<Value extends object>(name: string, make: () => Value): () => Value {
  const registry = globalThis as Record<symbol, WeakMap<object, Value> | undefined>;
  const runs = (registry[Symbol.for(`pulumi-ncloud-sourcepipeline.${name}`)] ??= new WeakMap<object, Value>());
  return () => {
    const { key } = currentRun();
    const made = runs.get(key) ?? make();
    runs.set(key, made);
    return made;
  };
}
