import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { VerbCall, VerbResult } from "./provider-main.ts";

/** A provider's process, as the engine has it. */
export interface ProviderUnderTest extends AsyncDisposable {
  /** @param settings by full keys, such as `ncloud:region` */
  configure(settings?: Record<string, string>): Promise<void>;
  check(known: object, given: object): Promise<{ inputs: object; failures: { reason: string }[] }>;
  create(inputs: object): Promise<{ id: string; outs: Record<string, unknown> }>;
  read(id: string, known: object): Promise<{ id?: string; props?: Record<string, unknown> }>;
  delete(id: string, known: object): Promise<void>;
}

const main = fileURLToPath(new URL("provider-main.ts", import.meta.url));

/**
 * Starts a provider.
 *
 * @param environment all variables that it sees, besides those that Node needs
 * @param engine host and port of the engine's server
 */
export function startProvider(environment: Record<string, string>, engine = "127.0.0.1:1"): ProviderUnderTest {
  const env = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...environment };
  const child = fork(main, [engine], { env, stdio: ["pipe", "inherit", "inherit", "ipc"] });
  const waiting = new Map<number, (outcome: VerbResult) => void>();
  child.on("message", (outcome: VerbResult) => waiting.get(outcome.id)?.(outcome));
  const ended = once(child, "exit");

  async function call(verb: VerbCall["verb"], ...given: unknown[]): Promise<unknown> {
    const id = waiting.size;
    const outcome = new Promise<VerbResult>((resolve) => waiting.set(id, resolve));
    child.send({ id, verb, given } satisfies VerbCall);
    const early = ended.then((): never => {
      throw new Error(`The provider ended during ${verb}.`);
    });
    const { result, failure } = await Promise.race([outcome, early]);
    if (failure !== undefined) throw new Error(failure);
    return result;
  }

  return {
    configure: (settings = {}) => call("configure", settings) as Promise<void>,
    check: (known, given) => call("check", known, given) as ReturnType<ProviderUnderTest["check"]>,
    create: (inputs) => call("create", inputs) as ReturnType<ProviderUnderTest["create"]>,
    read: (id, known) => call("read", id, known) as ReturnType<ProviderUnderTest["read"]>,
    delete: (id, known) => call("delete", id, known) as Promise<void>,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
