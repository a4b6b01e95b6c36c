import {
  type CheckedInputs,
  type CheckRequest,
  type CreateResult,
  type PriorState,
  type ReadResult,
  ResourceError,
} from "../../../../provider/core/resource/index.ts";
import type { ResourceList } from "../../../../provider/core/resource-list.ts";
import { type ProcessOptions, type ProviderProcess, startProcess } from "../../../../scripts/chaos/start-process.ts";
import { keys } from "../../../../scripts/chaos/start-service.ts";
import { startVirtualTime, type VirtualTime } from "../../../../scripts/chaos/virtual-time.ts";
import { type HostUnderTest, plainCheck, type VerbsUnderTest } from "./host-under-test.ts";
import type { ServerUnderTest, TypeUnderTest } from "./type-under-test.ts";

/** What a program says of a resource: its arguments, and what else check is given. */
export interface Said extends Partial<Omit<CheckRequest, "program">> {
  /** "shop" unless given; undefined for none. */
  readonly name?: string | undefined;
  readonly text?: string;
}

/** Everything that a scenario works with: a type, a host, a server, and time that passes by waiting. */
export interface Bench extends AsyncDisposable {
  readonly tested: TypeUnderTest;
  /** The noun, and the noun at the beginning of a sentence. */
  readonly noun: string;
  readonly Noun: string;
  readonly time: VirtualTime;
  readonly server: ServerUnderTest;
  readonly verbs: VerbsUnderTest;
  /** A process that remembers nothing of another one. */
  process(options?: Partial<ProcessOptions>): ProviderProcess;
  /** A server of the same kind with another account. */
  otherServer(): Promise<ServerUnderTest>;
  list(process: ProviderProcess): ResourceList;
  /** What the program says, in canonical form. @throws ResourceError for its mistakes */
  checked(process: ProviderProcess, said?: Said, prior?: PriorState): Promise<CheckedInputs>;
  /** Checks and creates. */
  created(process: ProviderProcess, said?: Said): Promise<CreateResult>;
  /** Checks and updates. */
  updated(process: ProviderProcess, made: CreateResult, said?: Said): Promise<PriorState>;
  read(process: ProviderProcess, made: { id: string; state: PriorState }): Promise<ReadResult | undefined>;
  deleted(process: ProviderProcess, made: CreateResult): Promise<void>;
}

/** Real milliseconds that the client waits for a response, in a scenario whose server hangs. */
const attemptMs = 300;

export async function startBench(tested: TypeUnderTest, host: HostUnderTest, hangs: boolean): Promise<Bench> {
  const { type } = tested;
  const time = startVirtualTime();
  const server = await tested.startServer(time.now);
  const servers = [server];
  const verbs = host.verbsOf(type);
  const bench: Bench = {
    tested,
    noun: type.noun,
    Noun: `${type.noun.charAt(0).toUpperCase()}${type.noun.slice(1)}`,
    time,
    server,
    verbs,
    process: (options) => {
      const timeouts = hangs ? { attemptMs } : {};
      return startProcess({ url: server.url, keys: keys.first, time, random: () => 0.5, timeouts, ...options });
    },
    otherServer: async () => {
      const other = await tested.startServer(time.now);
      servers.push(other);
      return other;
    },
    list: (process) => type.list(process.host.connect()),
    checked: async (process, said = {}, prior = {}) => {
      const { text, name, ...request } = { name: "shop", ...said };
      const program = { ...tested.program(text), name };
      const outcome = await verbs.check({ ...plainCheck, prior, ...request, program }, process.host);
      if ("inputs" in outcome) return outcome.inputs;
      throw new ResourceError(outcome.reasons.join("\n"));
    },
    created: async (process, said) => verbs.create({ inputs: await bench.checked(process, said) }, process.host),
    updated: async (process, { id, state }, said) => {
      const inputs = await bench.checked(process, said, state);
      return verbs.update({ id, prior: state, inputs }, process.host);
    },
    read: ({ host: engine }, { id, state }) => verbs.read({ id, prior: state }, engine),
    deleted: ({ host: engine }, { id, state }) => verbs.delete({ id, prior: state }, engine),
    [Symbol.asyncDispose]: async () => {
      time[Symbol.dispose]();
      await Promise.all(servers.map((started) => started[Symbol.asyncDispose]()));
    },
  };
  return bench;
}
