import sinon from "sinon";
import type { ClientOptions } from "../../../../provider/core/http/index.ts";
import { createOperationContext, type OperationContext } from "../../../../provider/core/resource/operation-context.ts";
import { createAttempts } from "../../../../provider/core/resource/attempts.ts";
import { createOwners } from "../../../../provider/core/resource/owners.ts";
import { createSession, type Host, type Session } from "../../../../provider/core/session.ts";
import { openClient } from "../../../../provider/services/sourcepipeline/account.ts";
import type { Client } from "../../../../provider/services/sourcepipeline/api/client.ts";
import { operationNames } from "../../../../provider/services/sourcepipeline/api/operation-names.ts";
import type { ProjectResult } from "../../../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import { type Checked, type State, verbs } from "../../../../scripts/chaos/engine/verbs.ts";

/** A host by hand: a client of stubs, and a clock that moves only by waiting. */
export interface HostUnderTest {
  readonly client: { readonly [Name in keyof Client]: sinon.SinonStub };
  readonly host: Host;
  readonly session: Session;
  /** Begins an operation. */
  readonly context: (timeoutMs?: number) => OperationContext;
  readonly messages: string[];
  readonly clock: { now: number; waits: number[] };
  readonly interrupt: () => void;
}

export function makeHost(account = "key-one", validation: "full" | "offline" = "offline"): HostUnderTest {
  const stubs = operationNames.map((name) => [name, sinon.stub().rejects(new Error(`${name} was not expected`))]);
  const client = Object.fromEntries(stubs) as HostUnderTest["client"];
  const messages: string[] = [];
  const clock = { now: 0, waits: [] as number[] };
  const now = (): number => clock.now;
  const controller = new AbortController();
  const session = createSession(
    {
      location: { region: "KR", platform: "vpc", site: "public" },
      endpoint: "https://example.test",
      accessKeyFingerprint: account,
      validation,
      silence: new Set(),
      client: {} as ClientOptions,
      now,
    },
    new Map([[openClient, client]]),
  );
  const host: Host = {
    connect: () => session,
    report: (level, message) => void messages.push(`${level}: ${message}`),
    owners: createOwners(),
    attempts: createAttempts(),
    now,
    wait: async (milliseconds) => {
      clock.waits.push(milliseconds);
      clock.now += milliseconds;
    },
    signal: controller.signal,
    isAbandoned: () => false,
    userZone: () => "UTC",
  };
  const context = (timeoutMs?: number) => createOperationContext(session, host, timeoutMs);
  return { client, host, session, context, messages, clock, interrupt: () => controller.abort() };
}

/** The verbs of a pipeline as a dynamic provider has them. */
export const { check, create, read, update, diff, delete: deletePipeline } = verbs;

/** A failure as the client throws it, as far as the verbs look at one. */
export const failure = (category: string, effect: "none" | "unknown" = "none", message = `It failed: ${category}.`) =>
  Object.assign(new Error(message), { category, effect, stack: "" });

export const project = (change: Partial<ProjectResult> = {}): ProjectResult => ({
  id: 7,
  name: "shop",
  description: "",
  tasks: [
    {
      id: 70,
      name: "build",
      type: "SourceBuild",
      config: { projectId: 1, stageId: undefined, scenarioId: undefined, target: undefined },
      linkedTasks: [],
    },
  ],
  trigger: { repository: [], schedule: [], sourcepipeline: [] },
  ...change,
});

export const inputs = (change: Partial<Checked> = {}): Checked => ({
  name: "shop",
  tasks: [{ name: "build", type: "SourceBuild", projectId: 1 }],
  region: "KR",
  platform: "vpc",
  site: "public",
  ...change,
});

export const state = (change: Partial<State> = {}): State => ({
  ...inputs(),
  taskIds: { build: 70 },
  resolvedTargets: { build: {} },
  account: "key-one",
  endpoint: "https://example.test",
  ...change,
});
