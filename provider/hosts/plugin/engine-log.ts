import { credentials } from "@grpc/grpc-js";
import engineService from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import engineMessages from "@pulumi/pulumi/proto/engine_pb.js";
import type { Report } from "../../core/session.ts";

/** Messages to the engine that started this process. */
export interface EngineLog {
  readonly report: Report;
  /** Whether there is an engine. */
  readonly isHeard: () => boolean;
  /** Tells where the engine listens: `127.0.0.1:40507`. */
  readonly connect: (address: string) => void;
  /** Settles when everything reported so far has arrived, so that a call is not answered before its messages. */
  readonly delivered: () => Promise<void>;
  readonly close: () => void;
}

/** The engine's log: a passing line stands on the row of its resource, and never under Diagnostics. */
export function createEngineLog(): EngineLog {
  const { LogSeverity, LogRequest } = engineMessages;
  const severities = { info: LogSeverity.INFO, note: LogSeverity.INFO, warning: LogSeverity.WARNING } as const;
  let client: InstanceType<typeof engineService.EngineClient> | undefined;
  const underWay = new Set<Promise<void>>();
  return {
    isHeard: () => client !== undefined,
    report: (level, message, urn) => {
      if (client === undefined) return;
      const request = new LogRequest()
        .setSeverity(severities[level])
        .setMessage(message)
        .setUrn(urn !== undefined && isUrn(urn) ? urn : "")
        .setEphemeral(level === "info");
      const engine = client;
      // A message that cannot be delivered is no reason to fail.
      const delivery = new Promise<void>(
        (resolve) =>
          void engine.log(request, () => {
            resolve();
          }),
      );
      underWay.add(delivery);
      void delivery.then(() => underWay.delete(delivery));
    },
    connect: (address) => {
      if (client === undefined && address !== "") {
        client = new engineService.EngineClient(address, credentials.createInsecure());
      }
    },
    delivered: async () => {
      await Promise.all(underWay);
    },
    close: () => {
      client?.close();
    },
  };
}

/** A malformed URN would make the engine panic. */
const isUrn = (urn: string): boolean => /^urn:pulumi:[^:]+::[^:]+::[^\s]+::[^\n]+$/.test(urn);
