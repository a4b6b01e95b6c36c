import type { Location } from "../../provider/core/location.ts";
import { stackSettings } from "../pulumi/read-stack.ts";
import type { Project } from "../pulumi/run-pulumi.ts";
import { type Account, configurationOf, connectAccount } from "./connect-account.ts";

/** The account of a stack's configuration: at its own location, or at another one. */
export type StackAccounts = (location?: Partial<Location>) => Promise<Account>;

/** Reads the configuration when it is first needed, once, and connects once for each location. */
export function stackAccounts(project: Project): StackAccounts {
  let settings: ReturnType<typeof stackSettings> | undefined;
  const accounts = new Map<string, Account>();
  return async (location = {}) => {
    settings ??= stackSettings(project);
    const given = { ...(await settings), ...location };
    const { region, platform, site } = configurationOf(given).location;
    const key = [region, platform, site].join(" ");
    const account = accounts.get(key) ?? connectAccount(given);
    accounts.set(key, account);
    return account;
  };
}
