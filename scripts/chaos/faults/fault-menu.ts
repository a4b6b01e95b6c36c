import type { FaultRule } from "../../../emulator/faults/fault-rule.ts";

/** A fault as the tally names it. */
export interface NamedFault {
  readonly name: string;
  readonly rule: FaultRule;
}

type Row = Pick<FaultRule, "kind"> & Partial<FaultRule> & { readonly name: string; readonly weight?: number };

const envelope = (errorCode: string | number, message: string) => ({ error: { errorCode, message, details: "" } });

/** What can happen before the handler changes anything, and after it did. */
const anyMoment: readonly Row[] = [
  { name: "500", kind: "respond", status: 500 },
  { name: "502 page", kind: "respond", status: 502, body: "<html><title>Bad Gateway</title></html>" },
  { name: "504", kind: "respond", status: 504 },
  { name: "200 with an error", kind: "respond", status: 200, body: envelope("900", "Unexpected Error") },
  { name: "200 with a failure of the service", kind: "respond", status: 200, body: envelope(340500, "internal") },
  { name: "500 with a failure of the service", kind: "respond", status: 500, body: envelope(340500, "internal") },
  { name: "200 without content", kind: "respond", status: 200, body: { result: {} } },
  { name: "truncated", kind: "truncate" },
  { name: "reset", kind: "reset", weight: 2 },
  // What must not be sent twice, and what tells whether it was; runs are few among the requests.
  { name: "start lost", kind: "reset", operation: "startProject", weight: 3 },
  { name: "run unreadable", kind: "respond", operation: "getProjectHistory", status: 503, weight: 0.5 },
  // Each one costs real time.
  { name: "hang", kind: "hang", weight: 0.25 },
];

/** Refusals: the service never says such a thing after it has done what was asked. */
const refusals: readonly Row[] = [
  { name: "429", kind: "respond", status: 429, headers: { "retry-after": "1" } },
  { name: "429 without Retry-After", kind: "respond", status: 429 },
  { name: "403", kind: "respond", status: 403, weight: 0.5 },
  { name: "404 of a wrong endpoint", kind: "respond", status: 404, weight: 0.5 },
  {
    name: "false 'missing'",
    kind: "respond",
    operation: "getProject",
    status: 400,
    body: envelope("340404", "pipeline not found"),
  },
  {
    name: "conflict that is not a name",
    kind: "respond",
    operation: "createProject",
    status: 400,
    body: envelope(340409, "quota of pipelines reached"),
  },
  { name: "501", kind: "respond", status: 501, weight: 0.25 },
];

/** The request arrives, but only after the client has given up on it. */
const late: Row = { name: "late", kind: "delay", operation: "createProject", weight: 8 };

/**
 * The fault rules of a round.
 *
 * @param share of the requests that meet a fault, from 0 to 1
 * @param lateMs real milliseconds by which a create may come late; undefined for none
 */
export function faultMenu(share: number, lateMs: number | undefined): NamedFault[] {
  const rows = [
    ...anyMoment.flatMap((row) => [
      { ...row, when: "before" as const },
      { ...row, when: "after" as const },
    ]),
    ...refusals.map((row) => ({ ...row, when: "before" as const })),
    ...(lateMs === undefined ? [] : [{ ...late, when: "before" as const, delayMs: lateMs }]),
  ];
  const total = rows.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let rest = 1;
  return rows.map(({ name, weight = 1, ...row }) => {
    // The dice of a rule are thrown only when no rule before it has fired.
    const chance = (share * weight) / total;
    const probability = chance / rest;
    rest -= chance;
    return { name: `${name}, ${row.when}`, rule: { operation: "*", ...row, probability, fired: 0 } };
  });
}
