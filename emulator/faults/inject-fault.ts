import { jsonAnswer, type Answer } from "../answers/answer.ts";
import { errorEnvelope } from "../answers/failure-answer.ts";
import { failures, type FailureRow } from "../failure.ts";
import type { Exchange, Step } from "../http/exchange.ts";
import type { Service } from "../service.ts";
import { findFault } from "./find-fault.ts";
import type { FaultKind, FaultMoment, FaultRule } from "./fault-rule.ts";

/** A fault in front of the handler: the request changes nothing. */
export const faultBefore: Step<Service> = (exchange, service) => inject(exchange, service, "before");

/** A fault behind the handler: what was asked for has happened, but the answer does not say so. */
export const faultAfter: Step<Service> = async (exchange, service) => {
  if (exchange.handled) await inject(exchange, service, "after");
};

async function inject(exchange: Exchange, service: Service, when: FaultMoment): Promise<void> {
  if (!exchange.route) return;
  const rule = findFault(service.faults, exchange.route.operation, when, service.random);
  if (!rule) return;
  rule.fired += 1;
  exchange.fault = rule;
  if (rule.delayMs !== undefined && rule.delayMs > 0) await service.pause(rule.delayMs);
  effects[rule.kind](exchange, rule);
}

/** What each kind of fault does to an exchange. */
const effects: Readonly<Record<FaultKind, (exchange: Exchange, rule: FaultRule) => void>> = {
  respond: (exchange, rule) => {
    exchange.answer = faultAnswer(rule, exchange.answer);
  },
  truncate: (exchange, rule) => {
    exchange.answer = faultAnswer(rule, exchange.answer ?? jsonAnswer(200, { result: {} }));
    exchange.delivery = "truncate";
  },
  reset: (exchange) => {
    exchange.delivery = "reset";
  },
  hang: (exchange) => {
    exchange.delivery = "hang";
  },
  delay: () => undefined,
};

/** The answer that a rule describes; what it leaves out comes from the handler's answer for `truncate`. */
function faultAnswer({ kind, status, body, headers = {} }: FaultRule, own: Answer | undefined): Answer {
  if (kind === "truncate" && own && body === undefined) {
    return { status: status ?? own.status, headers: { ...own.headers, ...headers }, body: own.body };
  }
  const code = status ?? 500;
  if (typeof body === "string") return { status: code, headers, body };
  return jsonAnswer(code, body ?? gatewayBody(code), headers);
}

/** What the gateway says with a status, for rules that give no body. */
function gatewayBody(status: number): object {
  if (status < 400) return { result: {} };
  const rows: readonly FailureRow[] = Object.values(failures);
  const row = rows.find((candidate) => candidate.status === status && typeof candidate.code === "string");
  const { code, message } = row ?? failures.unexpected;
  return errorEnvelope(code, message, "A fault rule of the emulator answered.");
}
