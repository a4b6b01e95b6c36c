import type { Random } from "../random.ts";
import type { FaultMoment, FaultRule } from "./fault-rule.ts";

/** The first rule for this operation and moment that is not used up and whose dice, if it has any, say so. */
export const findFault = (
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
