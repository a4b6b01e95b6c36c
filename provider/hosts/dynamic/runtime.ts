import type { dynamic } from "@pulumi/pulumi";
import { regionCode } from "../../core/location.ts";
import { createLimiters, waitInRealTime as wait } from "../../core/http/index.ts";
import { type Client, createSourcePipelineClient, createListReader } from "../../services/sourcepipeline/api/client.ts";
import { accountMark, type Configuration, configurationAt, resolveConfiguration } from "../../config/configuration.ts";
import { readProfile } from "../../config/credentials-file.ts";
import { commandOwners } from "./command-owners.ts";
import { engineAddress, reportToEngine } from "./engine-log.ts";
import * as lifecycle from "../../core/resource/index.ts";
import type { PluginProcess } from "./plugin-process.ts";
import type { Settings } from "../../config/settings.ts";

/*
 * Composition root of both processes, the plugin's and the program's. The connections of a command are kept here and
 * nowhere else, one for each endpoint, region and access key, so that lists are read once. What one command has read
 * says nothing to the next, and a process of the Automation API runs many.
 */

export { findByName } from "../../core/validation/find-by-name.ts";
export { type CachedList, search } from "../../core/cached-list.ts";

/** One endpoint under one access key. */
export interface Connection {
  client: Client;
  lists: lifecycle.Lists;
  accounts: lifecycle.Accounts;
  memory: lifecycle.CheckMemory;
}

/** The provider's verbs, as the engine calls them. */
export type Verbs = Required<Omit<dynamic.ResourceProvider, "configure">>;

const connections = new WeakMap<object, Map<string, Connection>>();

/** The command of a plugin's process, which has no other. */
const pluginRun = {};

/** What the user was warned of: several connections may lead to one endpoint. */
const warned = new Set<string>();

const limiters = createLimiters({ now: Date.now, random: Math.random, wait });

let owners: lifecycle.Owners | undefined;

/** Asked for once: the answer takes as long as a request. */
let userZone: string | undefined;

/**
 * The connection for some settings; what they leave out comes from the environment.
 *
 * @param run the command that asks; without one nothing is kept
 */
export function connect(settings: Settings, run: object = {}): Connection {
  return connectionFor(configurationOf(settings), run);
}

/** The verbs of the provider under some settings, in a process that is watched. */
export function verbsFor(settings: Settings, { run, signal }: PluginProcess): Verbs {
  const ports = portsFrom(settings, signal);
  return {
    check: (known: State | undefined, given: Given) => run(() => lifecycle.check(known ?? {}, given, ports)),
    diff: (_id: string, known: State, inputs: State) =>
      run(() => Promise.resolve().then(() => lifecycle.diffPipeline(known, inputs, ports))),
    create: (inputs: Inputs) => run(() => lifecycle.create(inputs, ports)),
    read: (id: string, known: State | undefined) => run(() => lifecycle.read(id, known ?? {}, ports)),
    update: (id: string, known: State, inputs: Inputs) => run(() => lifecycle.update(id, known, inputs, ports)),
    delete: (id: string, known: State) => run(() => lifecycle.deletePipeline(id, known, ports)),
  };
}

type State = lifecycle.KnownState;
type Given = lifecycle.GivenInputs;
type Inputs = lifecycle.CheckedInputs;

/**
 * Gives the ports of any location, with the keys of some settings. Nothing is resolved before it is needed, and then once
 * for each location: the engine calls for every resource.
 */
function portsFrom(settings: Settings, signal: AbortSignal): lifecycle.Connect {
  const made = new Map<string, lifecycle.Ports>();
  return (location) => {
    const key = JSON.stringify(location ?? "");
    const known = made.get(key);
    if (known) return known;
    const configuration = configurationOf(settings);
    const ports = portsAt(location === undefined ? configuration : configurationAt(configuration, location), signal);
    made.set(key, ports);
    tellOrigin(ports);
    return ports;
  };
}

/** Once in a process for each location: what is about to be read and changed, and as whom. */
function tellOrigin(ports: lifecycle.Ports): void {
  const origin = lifecycle.describeOrigin(ports);
  // Without an engine there is nobody to tell, and the SDK need not be loaded for it.
  if (told.has(origin) || engineAddress() === undefined) return;
  told.add(origin);
  reportToEngine("note", `SourcePipeline at ${origin}.`);
}

const told = new Set<string>();

/** Of what has to come to its end whatever the user does. */
const uninterrupted = new AbortController().signal;

function portsAt(configuration: Configuration, signal: AbortSignal): lifecycle.Ports {
  return {
    ...connectionFor(configuration, pluginRun),
    location: configuration.location,
    endpoint: configuration.endpoint,
    account: accountMark(configuration.accessKey),
    begin: (timeoutMs, { interruptible } = { interruptible: true }) =>
      lifecycle.createTurn(
        { now: Date.now, wait, signal: interruptible ? signal : uninterrupted, report: reportToEngine },
        timeoutMs,
      ),
    owners: (owners ??= commandOwners(engineAddress(), Date.now)),
    report: reportToEngine,
    validation: configuration.validation,
    silence: configuration.silence,
    now: Date.now,
    userZone: (userZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
}

const configurationOf = (settings: Settings): Configuration =>
  resolveConfiguration(settings, { environment: process.env, profile: readProfile });

function connectionFor({ endpoint, location, accessKey, secretKey, warnings }: Configuration, run: object): Connection {
  const ofRun = connections.get(run) ?? new Map<string, Connection>();
  connections.set(run, ofRun);
  const region = regionCode(location.region);
  const key = JSON.stringify([endpoint, region, accessKey, secretKey]);
  const known = ofRun.get(key);
  if (known) return known;
  for (const warning of warnings) warnOnce(warning);
  const client = createSourcePipelineClient({ endpoint, region, accessKey, secretKey, limiters, log: reportToEngine });
  const lists = lifecycle.createLists({ client, createListReader, now: Date.now });
  const memory = lifecycle.createCheckMemory(client);
  const connection = { client, lists, accounts: lifecycle.createAccounts(), memory };
  ofRun.set(key, connection);
  return connection;
}

function warnOnce(warning: string): void {
  if (warned.has(warning)) return;
  warned.add(warning);
  reportToEngine("warning", warning);
}
