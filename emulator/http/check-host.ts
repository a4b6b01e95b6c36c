import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import type { Exchange } from "./exchange.ts";

/**
 * Refuses a request that names a host under which the emulator is not known, reads included.
 *
 * @throws ServiceFailure that says which option to give.
 */
export function checkHost({ request }: Exchange, { hostProblem }: Service): void {
  const problem = hostProblem(request.headers.host, request.socket.localAddress);
  if (problem !== undefined) throw new ServiceFailure("forbidden", problem);
}
