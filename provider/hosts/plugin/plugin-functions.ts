import { accountOf } from "../../services/sourcepipeline/account.ts";
import { functions } from "../../services/sourcepipeline/functions/catalogue.ts";
import { checkArguments } from "../../services/sourcepipeline/functions/check-arguments.ts";
import type { FunctionName } from "../../services/sourcepipeline/functions/function-arguments.ts";
import { lookupAccount } from "../../services/sourcepipeline/functions/lookup-account.ts";
import { functionToken } from "./package-name.ts";
import type { ProviderFunction } from "./provider.ts";

/** Every function, by its token. */
export const pluginFunctions: Readonly<Record<string, ProviderFunction>> = Object.fromEntries(
  (Object.keys(functions) as FunctionName[]).map((name) => [functionToken(name), callOf(name)]),
);

function callOf(name: FunctionName): ProviderFunction {
  const { ask } = functions[name];
  return async (args, host, isPreview) => {
    checkArguments(name, args);
    const account = lookupAccount(accountOf(host.connect()), { isPreview, isMade: false });
    return objectOf(name, await ask(account, args as never));
  };
}

/** What answers a function is an object in every language; a list stands in one under this key. */
export const listKey = (name: FunctionName): string => name.charAt(3).toLowerCase() + name.slice(4);

const objectOf = (name: FunctionName, result: unknown): object =>
  Array.isArray(result) ? { [listKey(name)]: result as unknown[] } : (result as object);
