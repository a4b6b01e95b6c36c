import type { Section } from "../report/report.ts";
import type { Comparison } from "../support/alternate.ts";
import type { QuotaResult } from "./measure-quota.ts";

export interface ClientResult {
  /** Requests of a round. */
  requests: number;
  /** Milliseconds for a round. */
  exchange: Comparison;
  signatureUs: number;
  quota: QuotaResult;
}

export function clientSection({ requests, exchange, signatureUs, quota }: ClientResult): Section {
  const perSecond = (milliseconds: number): number => (requests / milliseconds) * 1000;
  const requestUs = (exchange.ours / requests) * 1000;
  const refusedShare = (100 * quota.refused) / (quota.calls + quota.refused);
  return {
    name: "client",
    title: "Client",
    method:
      "One process asks the emulator, which has a process of its own, for a list of 20 build projects, six requests " +
      "at a time; the floor is got alone with headers that were signed beforehand. Both share two cores with the " +
      "emulator. Under the quota, all calls are made at once and the client finds out by itself how fast it may go.",
    tables: [
      {
        title: "Requests",
        columns: [{ head: "" }, { head: "requests a second" }, { head: "time of got", digits: 2 }],
        rows: [
          ["got alone", perSecond(exchange.floor), 1],
          ["the signed client", perSecond(exchange.ours), exchange.ratio],
        ],
      },
      {
        title: "Signature",
        columns: [{ head: "" }, { head: "microseconds", digits: 1 }, { head: "% of a request", digits: 1 }],
        rows: [["string to sign, HMAC, headers", signatureUs, (100 * signatureUs) / requestUs]],
      },
      {
        title: `A quota of ${String(quota.quota)} requests a second`,
        columns: [
          { head: "calls" },
          { head: "failed" },
          { head: "refused on the way" },
          { head: "refused, %", digits: 1 },
          { head: "seconds", digits: 1 },
          { head: "calls a second", digits: 2 },
        ],
        rows: [[quota.calls, quota.failures, quota.refused, refusedShare, quota.seconds, quota.calls / quota.seconds]],
      },
    ],
    aims: [
      {
        what: "failed calls under the quota",
        measured: quota.failures,
        limit: 0,
        direction: "atMost",
        unit: "",
        digits: 0,
      },
      {
        what: "requests that the quota refused",
        measured: refusedShare,
        limit: 5,
        direction: "atMost",
        unit: "%",
        digits: 1,
      },
    ],
  };
}
