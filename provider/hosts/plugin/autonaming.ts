import { createParser } from "../../core/validation/shape/create-parser.ts";
import { keysOf, type ObjectShape } from "../../core/validation/shape/shape.ts";

/** What the engine's setting `pulumi:autonaming` says of a name that the program does not give. */
export interface Autonaming {
  readonly mode: "propose" | "enforce" | "disable";
  readonly proposedName: string;
}

interface Naming {
  readonly program: Readonly<Record<string, unknown>>;
  readonly prior: Readonly<Record<string, unknown>>;
  readonly autonaming: Autonaming | undefined;
}

/**
 * The name that the engine gives to a resource whose program gives none: what is proposed only where it is valid, what
 * is enforced always. A resource that has a name keeps it.
 *
 * @returns the property with the name, and whether a name may be made where there is none
 * @example nameFor(pipelineDescriptor, { program, prior: {}, autonaming: { mode: "enforce", proposedName: "shop" } })
 * // { given: { name: "shop" }, mayBeMade: false }
 */
export function nameFor(
  { properties }: ObjectShape,
  { program, prior, autonaming }: Naming,
): { readonly given: object; readonly mayBeMade: boolean } {
  const [key] = keysOf(properties, ({ autonamed }) => autonamed === true);
  const isNamed =
    key === undefined ||
    [program[key], prior[key], program["adopt"]].some((value) => (value ?? undefined) !== undefined);
  if (isNamed || autonaming === undefined) return { given: {}, mayBeMade: true };
  const { mode, proposedName } = autonaming;
  if (mode === "disable") return { given: {}, mayBeMade: false };
  const property = properties[key];
  const isValid = property !== undefined && createParser(property)(proposedName, key).problems.length === 0;
  return mode === "propose" && !isValid
    ? { given: {}, mayBeMade: true }
    : { given: { [key]: proposedName }, mayBeMade: false };
}
