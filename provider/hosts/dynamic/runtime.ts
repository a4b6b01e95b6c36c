import type { dynamic } from "@pulumi/pulumi";
import { waitInRealTime as wait } from "../../core/http/index.ts";
import type { Owners } from "../../core/resource/index.ts";
import type { Host } from "../../core/session.ts";
import type { Settings } from "../../config/settings.ts";
import { accountOf, type SourcePipelineAccount } from "../../services/sourcepipeline/account.ts";
import { pipelineType } from "../../services/sourcepipeline/pipeline/pipeline-type.ts";
import { runVerbs } from "../../services/sourcepipeline/pipeline-run/run-verbs.ts";
import { verbsOf } from "../../core/resource/verbs.ts";
import { commandOwners } from "../shared/command-owners.ts";
import { machineAttempts } from "../shared/machine-attempts.ts";
import { createSessions } from "../shared/sessions.ts";
import { engineAddress, reportToEngine } from "./engine-log.ts";
import type { PluginProcess } from "./plugin-process.ts";
import type { GivenInputs } from "../shared/check-program-inputs.ts";
import { dynamicVerbs } from "./verbs.ts";

/*
 * Composition root of both processes, the plugin's and the program's. The sessions of a command are kept here and
 * nowhere else.
 */

export { lookupAccount } from "../../services/sourcepipeline/functions/lookup-account.ts";

/** The provider's verbs, as the engine calls them. */
export type Verbs = Required<Omit<dynamic.ResourceProvider, "configure">>;

/** The kinds of resources, by the export that a state's `__provider` names. */
const kinds = { pipeline: verbsOf(pipelineType), pipelineRun: runVerbs } as const;
export type ResourceKind = keyof typeof kinds;

// Without an engine there is nobody to report to, and the SDK need not be loaded for it.
const sessions = createSessions(reportToEngine, () => engineAddress() !== undefined);

/** The command of a plugin's process, which has no other. */
const pluginCommand = {};

let owners: Owners | undefined;

/** Asked for once: the answer takes as long as a request. */
let userZone: string | undefined;

/**
 * SourcePipeline under some settings; what they leave out comes from the environment.
 *
 * @param command the command that asks; without one nothing is kept
 */
export const connect = (settings: Settings, command: object = {}): SourcePipelineAccount =>
  accountOf(sessions.open(settings, command));

/** The verbs of the provider under some settings, in a process that is watched. */
export function verbsFor(kind: ResourceKind, settings: Settings, { run, signal, isAbandoned }: PluginProcess): Verbs {
  const host: Host = {
    connect: sessions.connector(settings, pluginCommand),
    report: reportToEngine,
    owners: (owners ??= commandOwners(engineAddress(), Date.now)),
    attempts: machineAttempts(Date.now, 2),
    now: Date.now,
    wait,
    signal,
    isAbandoned,
    userZone: () => (userZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
  const verbs = dynamicVerbs(kinds[kind]);
  return {
    check: (prior: object | undefined, given: GivenInputs) => run(() => verbs.check(prior ?? {}, given, host)),
    diff: (_id: string, prior: object, inputs: object) =>
      run(() => Promise.resolve().then(() => verbs.diff(prior, inputs, host))),
    create: (inputs: object) => run(() => verbs.create(inputs, host)),
    read: (id: string, prior: object | undefined) => run(() => verbs.read(id, prior ?? {}, host)),
    update: (id: string, prior: object, inputs: object) => run(() => verbs.update(id, prior, inputs, host)),
    delete: (id: string, prior: object) => run(() => verbs.delete(id, prior, host)),
  };
}
