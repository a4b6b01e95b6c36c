import type { Input } from "@pulumi/pulumi";

/**
 * A type whose parts may be outputs of other resources, lists readonly, and what is optional undefined; only `type`, which
 * decides what else there is, must be plain.
 *
 * @example Inputs<{ name: string }> // { name: pulumi.Input<string> }
 */
export type Inputs<Plain> = Plain extends readonly (infer Element)[]
  ? readonly Input<Inputs<Element>>[]
  : Plain extends object
    ? {
        [Key in keyof Plain]: Key extends "type"
          ? Plain[Key]
          : undefined extends Plain[Key]
            ? Input<Inputs<Exclude<Plain[Key], undefined>> | undefined> | undefined
            : Input<Inputs<Plain[Key]>>;
      }
    : Plain;
