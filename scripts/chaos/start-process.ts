import type { Location } from "../../provider/core/location.ts";
import { createLimiters, type Timeouts } from "../../provider/core/http/index.ts";
import { createSourcePipelineClient, createListReader } from "../../provider/services/sourcepipeline/api/client.ts";
import { accountMark } from "../../provider/config/configuration.ts";
import * as lifecycle from "../../provider/core/resource/index.ts";
import type { VirtualTime } from "./virtual-time.ts";

export interface ProcessOptions {
  readonly url: string;
  readonly keys: { readonly accessKey: string; readonly secretKey: string };
  readonly time: Pick<VirtualTime, "now" | "wait">;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Real time. */
  readonly timeouts?: Timeouts;
  /** Shared by the processes of one command. */
  readonly owners?: lifecycle.Owners;
}

/** A provider process as the engine starts one for each command: nothing is remembered from one to the next. */
export interface ProviderProcess {
  readonly connect: lifecycle.Connect;
  /** As Ctrl-C does. */
  readonly interrupt: () => void;
  /** What the user was shown, with its level in front. */
  readonly messages: string[];
}

const home: Location = { region: "KR", platform: "vpc", site: "public" };

export function startProcess(options: ProcessOptions): ProviderProcess {
  const { url, keys, time, random, timeouts = {}, owners = lifecycle.createOwners() } = options;
  const { now, wait } = time;
  const controller = new AbortController();
  const { signal } = controller;
  const messages: string[] = [];
  const report = (level: string, message: string): void => void messages.push(`${level}: ${message}`);
  const limiters = createLimiters({ now, random, wait });

  const connectionTo = (region: string) => {
    const client = createSourcePipelineClient({
      endpoint: url,
      region,
      ...keys,
      now,
      random,
      wait,
      limiters,
      timeouts,
      log: report,
    });
    const lists = lifecycle.createLists({ client, createListReader, now });
    const memory = lifecycle.createCheckMemory(client);
    return { client, lists, memory, accounts: lifecycle.createAccounts() };
  };
  const connections = new Map<string, ReturnType<typeof connectionTo>>();

  return {
    messages,
    interrupt: () => controller.abort(),
    connect: (location = home) => {
      const connection = connections.get(location.region) ?? connectionTo(location.region);
      connections.set(location.region, connection);
      return {
        ...connection,
        location,
        endpoint: url,
        account: accountMark(keys.accessKey),
        begin: (timeoutMs, { interruptible } = { interruptible: true }) =>
          lifecycle.createTurn(
            { now, wait, signal: interruptible ? signal : new AbortController().signal, report },
            timeoutMs,
          ),
        owners,
        report,
        validation: "full",
        silence: new Set(),
        now,
        userZone: "UTC",
      };
    },
  };
}
