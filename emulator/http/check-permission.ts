import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import type { Step } from "./exchange.ts";

/** Refuses what the key of a sub-account may not do. The emulator's own key may do everything. */
export const checkPermission: Step<Service> = ({ accessKey, route }, { world }) => {
  const allowed = world.permissions.find((permission) => permission.accessKey === accessKey)?.allow;
  if (route && allowed && !allowed.includes(route.operation)) {
    throw new ServiceFailure("permissionDenied", `The key may not call ${route.operation}.`);
  }
};
