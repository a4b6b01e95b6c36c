import sinon from "sinon";
import type { ProjectResult } from "../../../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import { type Client, createListReader } from "../../../../provider/services/sourcepipeline/api/client.ts";
import * as lifecycle from "../../../../provider/core/resource/index.ts";

/** Hand-made ports: a client of stubs, and a clock that moves only by waiting. */
export interface PortsUnderTest {
  readonly client: { readonly [Name in keyof Client]: sinon.SinonStub };
  readonly ports: lifecycle.Ports;
  readonly connect: lifecycle.Connect;
  readonly messages: string[];
  readonly clock: { now: number; waits: number[] };
  readonly interrupt: () => void;
}

const operationNames = [
  "createProject",
  "getProjects",
  "getProject",
  "getProjectHistories",
  "getProjectHistory",
  "getTimeZones",
  "changeProject",
  "startProject",
  "cancelProject",
  "deleteProject",
  "getRepositories",
  "getBranches",
  "getBuildProjects",
  "getDeployProjects",
  "getDeployStages",
  "getDeployScenarios",
] as const;

export function makePorts(account = "key-one"): PortsUnderTest {
  const stubs = operationNames.map((name) => [name, sinon.stub().rejects(new Error(`${name} was not expected`))]);
  const client = Object.fromEntries(stubs) as PortsUnderTest["client"];
  const messages: string[] = [];
  const clock = { now: 0, waits: [] as number[] };
  const controller = new AbortController();
  const report = (level: string, message: string): void => void messages.push(`${level}: ${message}`);
  const wait = async (milliseconds: number): Promise<void> => {
    clock.waits.push(milliseconds);
    clock.now += milliseconds;
  };
  const lists = lifecycle.createLists({ client, createListReader, now: () => clock.now });
  const ports: lifecycle.Ports = {
    client,
    lists,
    memory: lifecycle.createCheckMemory(client),
    accounts: lifecycle.createAccounts(),
    owners: lifecycle.createOwners(),
    location: { region: "KR", platform: "vpc", site: "public" },
    endpoint: "https://example.test",
    account,
    begin: (timeoutMs, { interruptible } = { interruptible: true }) => {
      const { signal } = interruptible ? controller : new AbortController();
      return lifecycle.createTurn({ now: () => clock.now, wait, signal, report }, timeoutMs);
    },
    report,
    validation: "offline",
    silence: new Set(),
    now: () => clock.now,
    userZone: "UTC",
  };
  return { client, ports, connect: () => ports, messages, clock, interrupt: () => controller.abort() };
}

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

export const inputs = (change: Partial<lifecycle.CheckedInputs> = {}): lifecycle.CheckedInputs => ({
  name: "shop",
  tasks: [{ name: "build", type: "SourceBuild", projectId: 1 }],
  region: "KR",
  platform: "vpc",
  site: "public",
  ...change,
});

export const state = (change: Partial<lifecycle.PipelineState> = {}): lifecycle.PipelineState => ({
  ...inputs(),
  taskIds: { build: 70 },
  resolvedTargets: { build: {} },
  account: "key-one",
  endpoint: "https://example.test",
  ...change,
});
