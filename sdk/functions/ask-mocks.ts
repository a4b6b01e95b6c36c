import * as pulumi from "@pulumi/pulumi";
import { checkArguments } from "../../provider/services/sourcepipeline/functions/check-arguments.ts";
import type { FunctionName } from "../../provider/services/sourcepipeline/functions/function-arguments.ts";
import { isList } from "./function-forms.ts";
import { typeOf } from "../host.ts";
import { isLater } from "../pending.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";

/*
 * Under a user's `setMocks` no function asks the service: the mocks' `call` answers, with the token of the function,
 * `ncloud:index:getBuildProject`, and its arguments as `inputs`. Where the result is a list, `call` returns an object
 * with that list under any one key: what answers a function is an object for every Pulumi program.
 */

/** What the mocks answer a function that returns a promise. */
export async function askMocks<Result>(name: FunctionName, args: object, options?: LookupOptions): Promise<Result> {
  checkArguments(name, args, isLater);
  const answer: unknown = await pulumi.runtime.invoke(tokenOf(name), { ...args }, optionsFor(options));
  return resultOf(name, answer) as Result;
}

/** What the mocks answer a function that returns an output; unknown as long as an argument is. */
export function askMocksForOutput<Result>(
  name: FunctionName,
  args: object,
  options?: LookupOutputOptions,
): pulumi.Output<Result> {
  const refused = refusalOf(name, args);
  if (refused !== undefined) return refused as pulumi.Output<Result>;
  const answer = pulumi.runtime.invokeOutput<object>(tokenOf(name), { ...args }, optionsFor(options));
  return pulumi.all([answer, args]).apply(([value, values]) => {
    checkArguments(name, values, isLater);
    return resultOf(name, value);
  }) as pulumi.Output<Result>;
}

/** An output that fails, where arguments that are all known already are wrong: then nobody is asked. */
function refusalOf(name: FunctionName, args: object): pulumi.Output<unknown> | undefined {
  if (Object.values(args).some(isLater)) return undefined;
  try {
    checkArguments(name, args, isLater);
    return undefined;
  } catch (error) {
    return pulumi.output(Promise.reject(error as Error));
  }
}

const tokenOf = (name: FunctionName): string => `ncloud:index:${name}`;

function resultOf(name: FunctionName, answer: unknown): unknown {
  if (!isList(name)) return answer;
  return Object.values((answer ?? {}) as Readonly<Record<string, unknown>>)[0] ?? [];
}

/** Without undefined, which the SDK's options do not know, and with the provider that the token does not lead to. */
function optionsFor({ provider, parent, dependsOn }: LookupOutputOptions = {}): pulumi.InvokeOutputOptions {
  const account = provider ?? parent?.getProvider(typeOf("Pipeline"));
  return { ...(account && { provider: account }), ...(parent && { parent }), ...(dependsOn && { dependsOn }) };
}
