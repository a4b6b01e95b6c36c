import { createEmulator, type Emulator, type EmulatorOptions } from "../../../../emulator/index.ts";
import { send, signedHeaders, type Call, type Reply } from "./signed-call.ts";

/** An emulator for each test of a suite, and calls to it. */
export interface EmulatorUnderTest {
  readonly url: string;
  readonly keys: { accessKey: string; secretKey: string };
  /** A signed call of the service; the body is sent as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** The same, with the body as it stands. */
  callRaw(call: Call): Promise<Reply>;
  /** A call of an admin route. */
  admin(method: string, path: string, body?: unknown): Promise<Reply>;
  /** What stands under `result` of a call that must succeed. */
  result<Result>(method: string, path: string, body?: unknown): Promise<Result>;
}

/** When the clocks of emulators under test start; they stand still unless a test moves them. */
export const startTime = "2026-03-02T00:00:00.000Z";

/** Starts an emulator before each test of the suite and stops it afterwards. */
export function useEmulator(options: EmulatorOptions = {}): EmulatorUnderTest {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await createEmulator({ time: startTime, speed: 0, ...options });
  });
  afterEach(() => emulator.close());

  const under: EmulatorUnderTest = {
    get url() {
      return emulator.url;
    },
    get keys() {
      return emulator;
    },
    call: (method, path, body, headers) =>
      under.callRaw({
        method,
        path,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      }),
    callRaw: (call) =>
      send(emulator.url, {
        ...call,
        headers: { ...signedHeaders(call, emulator, String(Date.now())), ...call.headers },
      }),
    admin: (method, path, body) =>
      send(emulator.url, {
        method,
        path: `/_emulator${path}`,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    result: async <Result>(method: string, path: string, body?: unknown) => {
      const reply = await under.call(method, path, body);
      if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
      return (reply.body as { result: Result }).result;
    },
  };
  return under;
}
