import type { Input } from "@pulumi/pulumi";

/**
 * A type whose parts may be outputs of other resources; only `type`, which decides what else there is, must be plain.
 *
 * @example Inputs<{ name: string }> // { name: pulumi.Input<string> }
 */
export type Inputs<Plain> = { [Key in keyof Plain]: Key extends "type" ? Plain[Key] : Input<Inputs<Plain[Key]>> };
