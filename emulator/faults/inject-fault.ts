import { failures, type FailureRow } from "../failure.ts";
import type { HttpResponse, RequestContext } from "../http/context.ts";
import { errorEnvelope, jsonResponse } from "../http/response.ts";
import type { Random } from "../random.ts";
import type { Service } from "../service.ts";
import type { FaultKind, FaultMoment, FaultRule } from "./fault-rule.ts";

/** A fault in front of the handler: the request changes nothing. */
export function faultBefore(context: RequestContext, service: Service): Promise<void> {
  return inject(context, service, "before");
}

/** A fault behind the handler: what was asked for has happened, but the response does not say so. */
export async function faultAfter(context: RequestContext, service: Service): Promise<void> {
  if (context.handled) await inject(context, service, "after");
}

async function inject(context: RequestContext, service: Service, when: FaultMoment): Promise<void> {
  if (!context.route) return;
  const rule = findFault(service.faults, context.route.operation, when, service.random);
  if (!rule) return;
  rule.fired += 1;
  context.fault = rule;
  if (rule.delayMs !== undefined && rule.delayMs > 0) await service.pause(rule.delayMs);
  effects[rule.kind](context, rule);
}

/** The first rule for this operation and moment that is not used up and whose dice, if it has any, say so. */
const findFault = (
  rules: readonly FaultRule[],
  operation: string,
  when: FaultMoment,
  random: Random,
): FaultRule | undefined =>
  rules.find(
    (rule) =>
      rule.when === when &&
      (rule.operation === "*" || rule.operation === operation) &&
      (rule.times === undefined || rule.fired < rule.times) &&
      (rule.probability === undefined || random() < rule.probability),
  );

/** What each kind of fault does to a request. */
const effects: Readonly<Record<FaultKind, (context: RequestContext, rule: FaultRule) => void>> = {
  respond: (context, rule) => {
    context.response = faultResponse(rule, context.response);
  },
  truncate: (context, rule) => {
    context.response = faultResponse(rule, context.response ?? jsonResponse(200, { result: {} }));
    context.delivery = "truncate";
  },
  reset: (context) => {
    context.delivery = "reset";
  },
  hang: (context) => {
    context.delivery = "hang";
  },
  delay: () => undefined,
};

/** The response that a rule describes; what it leaves out comes from the handler's response for `truncate`. */
function faultResponse({ kind, status, body, headers = {} }: FaultRule, own: HttpResponse | undefined): HttpResponse {
  if (kind === "truncate" && own && body === undefined) {
    return { status: status ?? own.status, headers: { ...own.headers, ...headers }, body: own.body };
  }
  const code = status ?? 500;
  if (typeof body === "string") return { status: code, headers, body };
  return jsonResponse(code, body ?? gatewayBody(code), headers);
}

/** What the gateway says with a status, for rules that give no body. */
function gatewayBody(status: number): object {
  if (status < 400) return { result: {} };
  const rows: readonly FailureRow[] = Object.values(failures);
  const row = rows.find((candidate) => candidate.status === status && typeof candidate.code === "string");
  const { code, message } = row ?? failures.unexpected;
  return errorEnvelope(code, message, "A fault rule of the emulator responded.");
}
