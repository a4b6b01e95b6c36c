// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../provider/services/sourcepipeline/api/operations.ts";
import { isServiceError, type ClientOptions, type ServiceError } from "../../../provider/core/http/index.ts";
import { createSourcePipelineClient, type Client } from "../../../provider/services/sourcepipeline/api/client.ts";

export const accessKey = "AK0000000000000000TEST";
export const secretKey = "SK00000000000000000000000000000000000TEST";

/** A client that does not wait between attempts; it keeps what it would have waited, and what it logged. */
export interface TestClient {
  readonly client: Client;
  readonly waits: number[];
  readonly log: string[];
}

export function testClient(endpoint: string, options: Partial<ClientOptions> = {}): TestClient {
  const waits: number[] = [];
  const log: string[] = [];
  const client = createSourcePipelineClient({
    endpoint,
    region: "KR",
    accessKey,
    secretKey,
    random: () => 0.5,
    wait: async (milliseconds) => void waits.push(milliseconds),
    log: (level, message) => void log.push(`${level}: ${message}`),
    ...options,
  });
  return { client, waits, log };
}

/** The error that a call rejects with; anything but a ServiceError fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  const outcome = await call.then(
    (value: unknown) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome && isServiceError(outcome.error)) return outcome.error;
  throw new Error("No ServiceError was thrown.", { cause: outcome });
}
