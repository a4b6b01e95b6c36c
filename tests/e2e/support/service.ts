import type { Emulator } from "../../../emulator/index.ts";

/** A request as the emulator logged it. */
export interface LoggedRequest {
  method: string;
  path: string;
  operation: string;
  status: number;
  signature: unknown;
}

/** A pipeline in the wire shape of create, with its id. */
export interface StoredPipeline {
  id: number;
  name: string;
  description: string;
  tasks: { name: string; type: string; config: Record<string, unknown>; linkedTasks: string[] }[];
  trigger: Record<string, unknown[]>;
}

/** What stands in the emulator, and what it was asked, over its admin routes. */
export function serviceOf({ url }: Pick<Emulator, "url">) {
  const admin = async <Answer>(method: string, route: string, body?: unknown): Promise<Answer> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${url}/_emulator/${route}`, init);
    if (!response.ok) throw new Error(`${method} ${route}: ${String(response.status)} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return {
    admin,
    pipelines: async () => (await admin<{ pipelines: StoredPipeline[] }>("GET", "state")).pipelines,
    /** The operations asked for since the last call of this function, oldest first. */
    async calls(): Promise<string[]> {
      const requests = await admin<LoggedRequest[]>("GET", "requests");
      await admin("DELETE", "requests");
      return requests.map(({ operation }) => operation);
    },
    /** Changes pipelines as somebody in the console would. */
    async edit(change: (pipelines: StoredPipeline[]) => StoredPipeline[]): Promise<void> {
      const state = await admin<{ pipelines: StoredPipeline[] }>("GET", "state");
      await admin("PUT", "state", { ...state, pipelines: change(state.pipelines) });
    },
  };
}

/** Operations that change nothing. */
export const readsOnly = (calls: readonly string[]): boolean => calls.every((name) => name.startsWith("get"));
