import type { Ask } from "./lookup-account.ts";

/** Which time zones. */
interface GetTimeZonesArgs {
  /** Part of the name, whatever the case; all without it. */
  search?: string | undefined;
}

export const timeZones: Ask<GetTimeZonesArgs, string[]> = async ({ lists, read }, { search = "" }) => {
  const zones = await read(lists.timeZones);
  return zones.filter((zone) => zone.toLowerCase().includes(search.toLowerCase()));
};
