import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";

/** One run of a program under one engine: a preview and the update after it are two. */
export interface ProgramRun {
  /** The same object for everything of this run, another one for every other. */
  readonly key: object;
  /** What answers the program: the engine, a user's mocks, or nobody (a script that only asks). */
  readonly host: "engine" | "mocks" | "none";
  readonly isPreview: boolean;
  /** Whether the program registered a function that the engine calls back, such as one of `transforms`. */
  readonly hasCallbacks: boolean;
}

/**
 * The run that the caller belongs to. A process of the Automation API has many, and each has a store of its own in the
 * SDK; outside of all of them there is one store for the process, which knows no engine.
 */
export function currentRun(): ProgramRun {
  const store = (getStore ??= loadGetStore())();
  const { monitorAddr = "" } = store.settings.options;
  const host = monitorAddr === "" ? "none" : monitorAddr === "mock" ? "mocks" : "engine";
  return { key: store, host, isPreview: pulumi.runtime.isDryRun(), hasCallbacks: store.callbacks !== undefined };
}

/** The part of the SDK's store that tells who answers. */
interface Store {
  settings: { options: { monitorAddr?: string } };
  callbacks?: object;
}

let getStore: (() => Store) | undefined;

/** The SDK declares no type for it. */
function loadGetStore(): () => Store {
  const require = createRequire(import.meta.url);
  return (require("@pulumi/pulumi/runtime/state.js") as { getStore: () => Store }).getStore;
}
