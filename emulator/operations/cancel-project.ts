import { ServiceFailure } from "../failure.ts";
import { advanceRun } from "../runs/advance-run.ts";
import { findRun } from "./find-run.ts";
import type { Handler } from "./handler.ts";

export const cancelProject: Handler<"cancelProject"> = ({ parameters, region }, service) => {
  const run = findRun(service, parameters, region);
  if (run.end !== null) throw new ServiceFailure("conflict", `The run ${run.id} has ended: ${run.status}.`);
  advanceRun(service, run.id, { type: "canceled" });
  return { result: true };
};
