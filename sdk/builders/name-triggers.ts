import type * as pulumi from "@pulumi/pulumi";
import type { Triggers } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { isTypeOf } from "../../provider/hosts/shared/resource-types.ts";
import type { Inputs } from "../inputs.ts";
import type { TriggersArgs } from "./trigger-args.ts";
import { eachOf, isId, isObject, whenKnown } from "./when-known.ts";

/**
 * Triggers with each pipeline, and each id that stands alone, replaced by a trigger on that pipeline. What is not known
 * yet is followed when it is; what is neither stays as it is, for the rules to report.
 *
 * @example nameTriggers({ pipelines: [shop, 3101] }) // { pipelines: [{ id: shop.id }, { id: 3101 }] }
 */
export function nameTriggers(triggers: pulumi.Input<TriggersArgs | undefined>): pulumi.Input<Inputs<Triggers>> {
  return whenKnown(triggers, triggersOf) as pulumi.Input<Inputs<Triggers>>;
}

function triggersOf(triggers: unknown): unknown {
  if (!isObject(triggers) || !("pipelines" in triggers)) return triggers;
  return {
    ...triggers,
    pipelines: whenKnown(triggers.pipelines, (list) =>
      eachOf(list, (trigger) => (isId(trigger) ? { id: trigger } : whenKnown(trigger, triggerOf))),
    ),
  };
}

function triggerOf(trigger: unknown): unknown {
  if (typeof trigger === "string" || typeof trigger === "number") return { id: trigger };
  return isPipeline(trigger) ? { id: trigger.id } : trigger;
}

const isPipeline = (value: unknown): value is pulumi.CustomResource =>
  isObject(value) && isTypeOf("Pipeline", (value as { __pulumiType?: unknown }).__pulumiType);
