import { createHash } from "node:crypto";
import type { Key } from "../resource-list.ts";
import type { Location } from "../location.ts";

/** Which resource owns what, in one command; every explicit provider is a process of its own, and all of them share it. */
export interface Owners {
  /** Notes an owner, unless there is one. Returns the one that counts: who came first. */
  take(key: string, owner: string): string;
  ownerOf(key: string): string | undefined;
}

/** Where resources are. */
interface At {
  readonly endpoint: string;
  readonly location: Location;
}

/** The owners of one process alone. */
export function createOwners(): Owners {
  const owners = new Map<string, string>();
  return {
    take: (key, owner) => {
      const present = owners.get(key) ?? owner;
      owners.set(key, present);
      return present;
    },
    ownerOf: (key) => owners.get(key),
  };
}

/** The key of a resource's name at a service, whoever asks for it and however loopback is written. */
export const nameKey = (noun: string, name: string, session: At): string => ownerKey(session, noun, "name", name);

/** The key of a resource that was adopted. */
export const adoptionKey = (noun: string, key: Key, session: At): string =>
  ownerKey(session, noun, "adopted", String(key));

function ownerKey({ endpoint, location }: At, ...parts: string[]): string {
  const address = endpoint.replace(/^(https?:\/\/)(localhost|\[::1\])(?=[:/]|$)/, "$1127.0.0.1");
  const text = JSON.stringify([address, location.region, location.platform, location.site, ...parts]);
  return createHash("sha256").update(text).digest("hex");
}
