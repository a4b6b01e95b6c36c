import * as pulumi from "@pulumi/pulumi";
import { warnOfConfiguration } from "./configuration-warnings.ts";
import { ensureLoadable } from "./ensure-loadable.ts";
import { withoutFailures } from "./failed-inputs.ts";
import { chosenHost, typeOf } from "./host.ts";
import { idsOfResources, pendingPaths, secretPaths } from "./pending.ts";
import { isCollecting, noteFailures } from "./preview-problems.ts";
import { allChecked, optionLines, subjectOf } from "./program-mistakes.ts";
import type { Declaration, DeclaredClass } from "./program-mistakes.ts";
import { refusalOf } from "./refusal.ts";
import type { Finding } from "./shared-failures.ts";
import { urnOf } from "./urn.ts";

/** The arguments of a resource as the program gives them. */
type Args = Readonly<Record<string, unknown>>;

/** What the SDK does with every resource of a class before the engine gets it. */
export interface Registration extends DeclaredClass {
  /** The arguments as the engine gets them; a copy, because the SDK changes what it is given. */
  readonly argumentsOf: (given: Args, options: pulumi.CustomResourceOptions) => pulumi.Inputs;
  /** What the stack's state holds of the resource. */
  readonly stored: (urn: string, args: Args) => Promise<object>;
  /** Whether the option `import` is kept from the engine: it would ask a dynamic provider, which it cannot load yet. */
  readonly takesImport: boolean;
}

/**
 * Lets the resources of a class meet the same rules: their mistakes are found in the final arguments, reported together
 * with those of all others, and nothing is registered before all were looked at.
 *
 * The SDK puts the transformations of a resource together in one property, and runs them one after another. Ours stands
 * behind all of them, the stack's included, so that it sees the final arguments and options.
 *
 * @param prototype of the class
 */
export function registerFinalArguments(prototype: pulumi.CustomResource, registration: Registration): void {
  Object.defineProperty(prototype, "__transformations", {
    configurable: true,
    set(this: pulumi.CustomResource, transformations: pulumi.ResourceTransformation[]) {
      const value = [...transformations, finalFor(this, registration)];
      Object.defineProperty(this, "__transformations", { value, configurable: true, enumerable: true, writable: true });
    },
  });
}

/** Adds what depends on the final arguments; those of what is made below the resource are none of its business. */
const finalFor =
  (own: pulumi.CustomResource, registration: Registration): pulumi.ResourceTransformation =>
  ({ resource, name, props, opts }) =>
    resource === own ? finalArguments(own, registration, name, props, opts) : undefined;

function finalArguments(
  declared: pulumi.CustomResource,
  registration: Registration,
  resource: string,
  props: pulumi.Inputs,
  given: pulumi.CustomResourceOptions,
): pulumi.ResourceTransformationResult {
  ensureLoadable();
  warnOfConfiguration();
  const { __provider, ...stated } = props as Args;
  const { import: imported, ...others } = given;
  // The packaged plugin imports by itself, as the engine asks it to.
  const takesImport = registration.takesImport && chosenHost() === "dynamic";
  const args = registration.argumentsOf(stated, takesImport ? given : others);
  const options = takesImport ? others : given;
  const isImport = takesImport && imported !== undefined;
  const gate = options.id === undefined ? gateOf({ of: registration, declared, resource, args, options }) : undefined;
  const inputs = gate?.args ?? args;
  const context = {
    ...contextOf(registration, resource, inputs, gate?.options ?? options),
    ...(isImport && { isImport }),
    ...(gate && { refusal: gate.refusal }),
  };
  return { props: { ...inputs, __provider, __context: context }, opts: gate?.options ?? options };
}

/** What a resource is registered with: nothing of it fails, and nothing goes out before all resources are made. */
interface Gate {
  readonly args: pulumi.Inputs;
  readonly options: pulumi.CustomResourceOptions;
  /** What the check refuses it with; in a preview, which reports by itself, the empty text lets the check ask nothing. */
  readonly refusal: Promise<string | undefined>;
}

function gateOf(declaration: Declaration): Gate {
  const { of, declared, resource, args, options } = declaration;
  const checked = allChecked(declaration);
  const subject = subjectOf(of, resource);
  const guarded = withoutFailures(subject, args, checked);
  const named = withoutFailures(subject, { dependsOn: options.dependsOn ?? [] }, checked);
  const failed = Promise.all([guarded.failed, named.failed]).then((found) => found.flat());
  const dependsOn = checked.then(() => named.inputs.dependsOn) as Promise<pulumi.Input<pulumi.Resource>[]>;
  const isOutOfReach = optionLines(declaration).length > 0;
  const { provider: _, import: __, ...reached } = options;
  return {
    args: guarded.inputs,
    options: { ...(isOutOfReach ? reached : options), dependsOn },
    refusal: isCollecting() ? previewed(declared, failed, isOutOfReach) : refusalOf(checked, failed),
  };
}

/** A preview goes on with what it found, for the account may show more. */
async function previewed(
  declared: object,
  failed: Promise<readonly Finding[]>,
  isOutOfReach: boolean,
): Promise<string | undefined> {
  if (isOutOfReach) return "";
  noteFailures(declared, await failed);
  return undefined;
}

/**
 * What the provider cannot learn from the engine; check reads and removes it. Plain values and promises of them, no
 * output: an output carries resources, and a dependency on a component is one on all that is made inside it, so that
 * two resources of one component would wait for each other.
 */
function contextOf(
  { name, stored }: Registration,
  resource: string,
  args: Args,
  { id, parent, dependsOn, customTimeouts, deleteBeforeReplace = false }: pulumi.CustomResourceOptions,
): pulumi.Inputs {
  const urn = urnOf(typeOf(name), resource, parent);
  return {
    urn,
    dryRun: pulumi.runtime.isDryRun(),
    isCollecting: isCollecting(),
    deleteBeforeReplace,
    pending: pendingPaths(args, { dependsOn, parent }),
    fromStack: idsOfResources(args),
    secrets: secretPaths(args),
    stored: id === undefined ? Promise.resolve(urn).then((known) => stored(known, args)) : {},
    ...(customTimeouts === undefined ? {} : { timeouts: { ...customTimeouts } }),
  };
}
