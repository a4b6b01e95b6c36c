import { readError } from "../../provider/core/http/response-body.ts";
import { adminRoot } from "./admin-route.ts";
import type { EmulatorAdmin } from "./emulator-admin.ts";

/** The emulator refused an admin call; the message is what it said. */
export class AdminError extends Error {
  /** Tells it from other errors. */
  override readonly name = "AdminError";
}

type Send = <Result>(method: string, path: string, body?: object) => Promise<Result>;

/**
 * A client of the admin routes.
 *
 * @param url of the emulator, as it says when it is ready.
 * @example await createAdminClient("http://127.0.0.1:4600").push("shop-api", "main")
 */
export function createAdminClient(url: string): EmulatorAdmin {
  const send: Send = (method, path, body) => call(url, method, path, body);
  const rules = async <Rule>(response: Promise<{ rules: Rule[] }>): Promise<Rule[]> => (await response).rules;
  const time = async (response: Promise<{ time: string }>): Promise<string> => (await response).time;

  return {
    health: () => send("GET", "/health"),
    readState: ({ secrets = false } = {}) => send("GET", secrets ? "/state?secrets=true" : "/state"),
    writeState: (seed) => send("PUT", "/state", seed),
    reset: () => send("POST", "/reset"),
    listRequests: () => send("GET", "/requests"),
    clearRequests: () => send("DELETE", "/requests"),
    addFaults: (added, seed) => rules(send("POST", "/faults", { rules: added, seed })),
    listFaults: () => rules(send("GET", "/faults")),
    removeFaults: () => send("DELETE", "/faults"),
    addOutcomes: (added) => rules(send("POST", "/outcomes", { rules: added })),
    listOutcomes: () => rules(send("GET", "/outcomes")),
    removeOutcomes: () => send("DELETE", "/outcomes"),
    advanceClock: (advanceMs) => time(send("POST", "/clock", { advanceMs })),
    setClock: (set) => time(send("POST", "/clock", { set })),
    push: async (repository, branch) => (await send<{ runs: [] }>("POST", "/push", { repository, branch })).runs,
    runPipeline: async (id) => (await send<{ historyId: number }>("POST", `/pipelines/${id}/run`)).historyId,
    cancelRun: (id) => send("POST", `/runs/${id}/cancel`),
    readSettings: () => send("GET", "/settings"),
    changeSettings: (change) => send("PATCH", "/settings", change),
  };
}

async function call<Result>(url: string, method: string, path: string, body: object | undefined): Promise<Result> {
  const response = await fetch(url + adminRoot + path, { method, body: body ? JSON.stringify(body) : null });
  const value: unknown = await response.json();
  if (response.ok) return value as Result;
  const error = readError(value);
  throw new AdminError(`${method} ${adminRoot}${path}: ${String(error?.details || error?.message)}`);
}
