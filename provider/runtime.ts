import type { dynamic } from "@pulumi/pulumi";
import { endpointOf, type Place } from "./api/place.ts";
import { type Client, createClient, createLimiters, waitInRealTime as wait } from "./client/index.ts";
import { accountMark, type Configuration, resolveConfiguration } from "./config.ts";
import { readProfile } from "./credentials-file.ts";
import { reportToEngine } from "./engine-log.ts";
import * as lifecycle from "./lifecycle/index.ts";
import { type PluginProcess, watchPluginProcess } from "./plugin-process.ts";
import type { Settings } from "./settings.ts";

/*
 * Composition root of both processes, the plugin's and the program's. The connections of a process are kept here and
 * nowhere else, one for each endpoint, region and access key, so that lists are read once and limits are shared.
 */

/** One endpoint under one access key. */
export interface Connection {
  client: Client;
  lists: lifecycle.Lists;
  accounts: lifecycle.Accounts;
  memory: lifecycle.CheckMemory;
}

/** The provider's verbs, as the engine calls them. */
export type Verbs = Required<Omit<dynamic.ResourceProvider, "configure">>;

const connections = new Map<string, Connection>();

const limiters = createLimiters({ now: Date.now, random: Math.random, wait });

let pluginProcess: PluginProcess | undefined;

/** Asked for once: the answer takes as long as a request. */
let userZone: string | undefined;

/** The connection for some settings; what they leave out comes from the environment. */
export function connect(settings: Settings): Connection {
  return connectionFor(configurationOf(settings));
}

/** The verbs of the provider under some settings. */
export function verbsFor(settings: Settings): Verbs {
  pluginProcess ??= watchPluginProcess(() => process.exit());
  const { run, signal } = pluginProcess;
  const ports = portsFrom(settings, signal);
  return {
    check: (known: State | undefined, given: Given) => run(() => lifecycle.check(known ?? {}, given, ports)),
    diff: (_id: string, known: State, inputs: State) => run(() => Promise.resolve(lifecycle.diff(known, inputs))),
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
 * Gives the ports of any place, with the keys of some settings. Nothing is resolved before it is needed, and then once
 * for each place: the engine calls for every resource.
 */
function portsFrom(settings: Settings, signal: AbortSignal): lifecycle.Connect {
  const made = new Map<string, lifecycle.Ports>();
  return (place) => {
    const key = JSON.stringify(place ?? "");
    const known = made.get(key);
    if (known) return known;
    const configuration = configurationOf(settings);
    const ports = portsAt(place === undefined ? configuration : movedTo(configuration, place), signal);
    made.set(key, ports);
    return ports;
  };
}

function portsAt(configuration: Configuration, signal: AbortSignal): lifecycle.Ports {
  return {
    ...connectionFor(configuration),
    place: configuration.place,
    account: accountMark(configuration.accessKey),
    begin: (timeoutMs) => lifecycle.createTurn({ now: Date.now, wait, signal, report: reportToEngine }, timeoutMs),
    report: reportToEngine,
    validation: configuration.validation,
    now: Date.now,
    userZone: (userZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
}

const configurationOf = (settings: Settings): Configuration =>
  resolveConfiguration(settings, { environment: process.env, profile: readProfile });

function movedTo(configuration: Configuration, place: Place): Configuration {
  return {
    ...configuration,
    place,
    endpoint: configuration.endpointGiven ? configuration.endpoint : endpointOf(place),
  };
}

function connectionFor({ endpoint, place, accessKey, secretKey }: Configuration): Connection {
  const key = JSON.stringify([endpoint, place.region, accessKey, secretKey]);
  const known = connections.get(key);
  if (known) return known;
  const client = createClient({ endpoint, region: place.region, accessKey, secretKey, limiters, log: reportToEngine });
  const lists = lifecycle.createLists(client);
  const memory = lifecycle.createCheckMemory(client, lists);
  const connection = { client, lists, accounts: lifecycle.createAccounts(), memory };
  connections.set(key, connection);
  return connection;
}
