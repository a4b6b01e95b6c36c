import { failureAnswer } from "../answers/failure-answer.ts";
import { ServiceFailure } from "../failure.ts";
import { faultAfter, faultBefore } from "../faults/inject-fault.ts";
import type { Service } from "../service.ts";
import { awaitSaved } from "./await-saved.ts";
import { checkHost } from "./check-host.ts";
import { checkPermission } from "./check-permission.ts";
import { deliver } from "./deliver.ts";
import { enforceQuota } from "./enforce-quota.ts";
import type { Exchange, Step } from "./exchange.ts";
import { findOperation } from "./find-operation.ts";
import { handleOperation } from "./handle-operation.ts";
import { receiveBody } from "./receive-body.ts";
import { recordRequest } from "./record-request.ts";
import { settleClock } from "./settle-clock.ts";
import { verifySignature } from "./verify-signature.ts";

/** The way of a request of the service, in order. The first answer, or the first failure, ends it. */
const way: readonly Step<Service>[] = [
  receiveBody,
  checkHost,
  settleClock,
  verifySignature,
  findOperation,
  checkPermission,
  enforceQuota,
  faultBefore,
  handleOperation,
];

/** What happens to every request, whatever came of it. */
const end: readonly Step<Service>[] = [faultAfter, awaitSaved, recordRequest, deliver];

export async function serveRequest(exchange: Exchange, service: Service): Promise<void> {
  try {
    for (const step of way) {
      await step(exchange, service);
      if (exchange.answer !== undefined || exchange.delivery !== "send") break;
    }
  } catch (error) {
    exchange.answer = failureAnswer(asFailure(error, service), service.settings);
  }
  for (const step of end) await step(exchange, service);
}

/** What nobody foresaw is an answer, too, and a line in the log for whoever looks after the emulator. */
function asFailure(error: unknown, { log }: Service): ServiceFailure {
  if (error instanceof ServiceFailure) return error;
  log.error({ error: error instanceof Error ? error.stack : String(error) }, "unexpected failure");
  return new ServiceFailure("unexpected");
}
