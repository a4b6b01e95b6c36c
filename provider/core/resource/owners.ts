import { createHash } from "node:crypto";
import type { Location } from "../location.ts";

/** Which resource owns what, in one command; every explicit provider is a process of its own, and all of them share it. */
export interface Owners {
  /** Notes an owner, unless there is one. Returns the one that counts: who came first. */
  take(key: string, owner: string): string;
  ownerOf(key: string): string | undefined;
}

/** Where pipelines are. */
interface Service {
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

/** The key of a pipeline's name at a service, whoever asks for it and however loopback is written. */
export const nameKey = (name: string, service: Service): string => keyOf(service, "name", name);

/** The key of a pipeline that was taken over. */
export const adoptionKey = (id: number, service: Service): string => keyOf(service, "adopted", String(id));

function keyOf({ endpoint, location }: Service, ...parts: string[]): string {
  const address = endpoint.replace(/^(https?:\/\/)(localhost|\[::1\])(?=[:/]|$)/, "$1127.0.0.1");
  const text = JSON.stringify([address, location.region, location.platform, location.site, ...parts]);
  return createHash("sha256").update(text).digest("hex");
}
