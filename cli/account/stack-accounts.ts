import type { Location } from "../../provider/core/location.ts";
import type { Settings } from "../../provider/config/settings.ts";
import { providerSettings } from "../pulumi/provider-settings.ts";
import { stackSettings } from "../pulumi/read-stack.ts";
import type { Project } from "../pulumi/run-pulumi.ts";
import { type Account, configurationOf, connectAccount } from "./connect-account.ts";

/**
 * The account of a stack's configuration, or of an explicit provider, which resources name by URN and id: at its own
 * location, or at another one.
 */
export type StackAccounts = (location?: Partial<Location>, provider?: string) => Promise<Account>;

/** Reads settings when they are first needed, once, and connects once for each provider and location. */
export function stackAccounts(project: Project): StackAccounts {
  const settings = new Map<string, Promise<Settings>>();
  const accounts = new Map<string, Account>();
  return async (location = {}, provider = "") => {
    const own =
      settings.get(provider) ?? (provider === "" ? stackSettings(project) : providerSettings(project, provider));
    settings.set(provider, own);
    const given = { ...(await own), ...location };
    const { region, platform, site } = configurationOf(given).location;
    const key = [provider, region, platform, site].join(" ");
    const account = accounts.get(key) ?? connectAccount(given, "configuration");
    accounts.set(key, account);
    return account;
  };
}
