import type { dynamic } from "@pulumi/pulumi";
import { createLimiters, waitInRealTime as wait } from "../../core/http/index.ts";
import { regionCode } from "../../core/location.ts";
import { describeOrigin, type Owners } from "../../core/resource/index.ts";
import { createSession, type Host, type Session } from "../../core/session.ts";
import {
  accessKeyFingerprint,
  type Configuration,
  configurationAt,
  resolveConfiguration,
} from "../../config/configuration.ts";
import { readProfile } from "../../config/credentials-file.ts";
import type { Settings } from "../../config/settings.ts";
import { accountOf, type SourcePipelineAccount } from "../../services/sourcepipeline/account.ts";
import { pipelineType } from "../../services/sourcepipeline/pipeline/pipeline-type.ts";
import { runVerbs } from "../../services/sourcepipeline/pipeline-run/run-verbs.ts";
import { verbsOf } from "../../core/resource/verbs.ts";
import { commandOwners } from "./command-owners.ts";
import { engineAddress, reportToEngine } from "./engine-log.ts";
import { machineAttempts } from "./machine-attempts.ts";
import type { PluginProcess } from "./plugin-process.ts";
import { dynamicVerbs, type GivenInputs } from "./verbs.ts";

/*
 * Composition root of both processes, the plugin's and the program's. The sessions of a command are kept here and
 * nowhere else, one for each endpoint, location and key, so that lists are read once. What one command has read says
 * nothing to the next, and a process of the Automation API runs many.
 */

export { type CachedList, search } from "../../core/cached-list.ts";
export type { SourcePipelineAccount } from "../../services/sourcepipeline/account.ts";
export { findByName } from "../../core/validation/find-by-name.ts";

/** The provider's verbs, as the engine calls them. */
export type Verbs = Required<Omit<dynamic.ResourceProvider, "configure">>;

/** The kinds of resources, by the export that a state's `__provider` names. */
const kinds = { pipeline: verbsOf(pipelineType), pipelineRun: runVerbs } as const;
export type ResourceKind = keyof typeof kinds;

const sessions = new WeakMap<object, Map<string, Session>>();

/** The command of a plugin's process, which has no other. */
const pluginCommand = {};

const limiters = createLimiters({ now: Date.now, random: Math.random, wait });

let owners: Owners | undefined;

/** Asked for once: the answer takes as long as a request. */
let userZone: string | undefined;

/**
 * SourcePipeline under some settings; what they leave out comes from the environment.
 *
 * @param command the command that asks; without one nothing is kept
 */
export function connect(settings: Settings, command: object = {}): SourcePipelineAccount {
  return accountOf(sessionFor(configurationOf(settings), command));
}

/** The verbs of the provider under some settings, in a process that is watched. */
export function verbsFor(kind: ResourceKind, settings: Settings, { run, signal, isAbandoned }: PluginProcess): Verbs {
  const host: Host = {
    connect: connector(settings),
    report: reportToEngine,
    owners: (owners ??= commandOwners(engineAddress(), Date.now)),
    attempts: machineAttempts(Date.now),
    now: Date.now,
    wait,
    signal,
    isAbandoned,
    userZone: (userZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone),
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

/**
 * Gives the session of any location, with the keys of some settings. Nothing is resolved before it is needed, and then
 * once for each location: the engine calls for every resource.
 */
function connector(settings: Settings): Host["connect"] {
  const made = new Map<string, Session>();
  return (location) => {
    const key = location === undefined ? "" : [location.region, location.platform, location.site].join(" ");
    const present = made.get(key);
    if (present) return present;
    const configuration = configurationOf(settings);
    const session = sessionFor(
      location === undefined ? configuration : configurationAt(configuration, location),
      pluginCommand,
    );
    made.set(key, session);
    reportOrigin(session);
    return session;
  };
}

/** Once in a process for each location: what is about to be read and changed, and as whom. */
function reportOrigin(session: Session): void {
  const origin = describeOrigin(session);
  // Without an engine there is nobody to report to, and the SDK need not be loaded for it.
  if (engineAddress() !== undefined) once(origin, () => reportToEngine("note", `SourcePipeline at ${origin}.`));
}

/** What was reported in this process: several sessions may lead to one endpoint. */
const reported = new Set<string>();

function once(message: string, report: () => void): void {
  if (reported.has(message)) return;
  reported.add(message);
  report();
}

const configurationOf = (settings: Settings): Configuration =>
  resolveConfiguration(settings, { environment: process.env, profile: readProfile });

function sessionFor(configuration: Configuration, command: object): Session {
  const { endpoint, location, accessKey, secretKey, warnings, validation, silence } = configuration;
  const ofCommand = sessions.get(command) ?? new Map<string, Session>();
  sessions.set(command, ofCommand);
  const region = regionCode(location.region);
  const { platform, site } = location;
  const key = JSON.stringify([endpoint, region, platform, site, accessKey, secretKey, validation, [...silence]]);
  const present = ofCommand.get(key);
  if (present) return present;
  for (const warning of warnings) once(warning, () => reportToEngine("warning", warning));
  const session = createSession({
    location,
    endpoint,
    accessKeyFingerprint: accessKeyFingerprint(accessKey),
    validation,
    silence,
    client: { endpoint, region, accessKey, secretKey, limiters, log: reportToEngine },
    now: Date.now,
  });
  ofCommand.set(key, session);
  return session;
}
