import type { dynamic } from "@pulumi/pulumi";
import { endpointOf, type Place } from "./api/place.ts";
import { type Client, createClient } from "./client/index.ts";
import { accountMark, type Configuration, ConfigurationError, resolveConfiguration, type Settings } from "./config.ts";
import { readProfile } from "./credentials-file.ts";
import { reportToEngine } from "./engine-log.ts";
import * as lifecycle from "./lifecycle/index.ts";

/*
 * Composition root of both processes, the plugin's and the program's. The connections of a process are kept here and
 * nowhere else, one for each endpoint, region and access key, so that lists are read once and limits are shared.
 */

/** One endpoint under one access key. */
export interface Connection {
  client: Client;
  lists: lifecycle.Lists;
}

const connections = new Map<string, Connection>();

/** The connection for some settings; what they leave out comes from the environment. */
export function connect(settings: Settings): Connection {
  return connectionFor(configurationOf(settings));
}

/** The verbs of the provider under some settings. */
export function verbsFor(settings: Settings): Required<Omit<dynamic.ResourceProvider, "configure">> {
  const ports = portsFrom(settings);
  return {
    check: (known, given) => Promise.resolve(checkIn(known ?? {}, given, ports)),
    diff: (_id, known, inputs) => Promise.resolve(lifecycle.diff(known, inputs)),
    create: (inputs) => lifecycle.create(inputs, ports),
    read: (id, known) => lifecycle.read(id, known ?? {}, ports),
    update: (id, known, inputs) => lifecycle.update(id, known, inputs, ports),
    delete: (id, known) => lifecycle.deletePipeline(id, known, ports),
  };
}

/** A mistake in the configuration is one of the problems of an input: thrown, the engine would show it twice. */
function checkIn(
  known: lifecycle.KnownState,
  given: lifecycle.GivenInputs,
  ports: lifecycle.Connect,
): lifecycle.CheckResult {
  try {
    return lifecycle.check(known, given, ports);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { inputs: { ...given }, failures: [{ property: "", reason: error.message }] };
  }
}

/** Gives the ports of any place, with the keys of some settings. Nothing is resolved before it is needed. */
function portsFrom(settings: Settings): lifecycle.Connect {
  let resolved: Configuration | undefined;
  return (place) => {
    resolved ??= configurationOf(settings);
    const at = place === undefined ? resolved : movedTo(resolved, place);
    const account = accountMark(at.accessKey);
    return { ...connectionFor(at), place: at.place, account, report: reportToEngine };
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
  const client = createClient({ endpoint, region: place.region, accessKey, secretKey, log: reportToEngine });
  const connection = { client, lists: lifecycle.createLists(client) };
  connections.set(key, connection);
  return connection;
}
