import type { dynamic } from "@pulumi/pulumi";
import { pipeline } from "../../../../provider/hosts/dynamic/dynamic.ts";

/*
 * The provider in a process of its own, driven by messages: it watches its standard input, and would end the tests'
 * process together with theirs.
 */

/** A call of a verb. */
export interface VerbCall {
  id: number;
  verb: "configure" | "check" | "create" | "read" | "delete";
  /** As the SDK passes them; of `configure` the settings by full keys, such as `ncloud:region`. */
  given: unknown[];
}

/** What came of it. */
export interface VerbResult {
  id: number;
  result?: unknown;
  failure?: string;
}

const provider = pipeline() as Required<dynamic.ResourceProvider>;

process.on("message", (call: VerbCall) => {
  run(call).then(
    (result) => process.send?.({ id: call.id, result } satisfies VerbResult),
    (error: unknown) => process.send?.({ id: call.id, failure: messageOf(error) } satisfies VerbResult),
  );
});

function run({ verb, given }: VerbCall): Promise<unknown> {
  if (verb !== "configure") return (provider[verb] as (...values: unknown[]) => Promise<unknown>)(...given);
  const [settings] = given as [Record<string, string>];
  const get = (key: string): string | undefined => settings[key];
  return provider.configure({ config: { get } } as unknown as dynamic.ConfigureRequest);
}

/** What the engine shows of a failure. */
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
