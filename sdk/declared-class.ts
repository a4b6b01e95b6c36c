import * as pulumi from "@pulumi/pulumi";
import { warnOfConfiguration } from "./configuration-warnings.ts";
import { ensureLoadable } from "./ensure-loadable.ts";
import { chosenHost, typeOf } from "./host.ts";
import { idsOfResources, pendingPaths, secretPaths } from "./pending.ts";
import { isCollecting, noteFailure } from "./preview-problems.ts";
import { allChecked, subjectOf } from "./program-mistakes.ts";
import type { DeclaredClass } from "./program-mistakes.ts";
import { recoverFailures } from "./recover-failures.ts";
import { failureOf } from "./shared-failures.ts";
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
  const written = registration.argumentsOf(stated, takesImport ? given : others);
  const subject = subjectOf(registration, resource);
  const { args, errors } = recoverFailures(written, subject, (line) => noteFailure(declared, line));
  const options = takesImport ? others : given;
  const isImport = takesImport && imported !== undefined;
  const context = { ...contextOf(registration, resource, args, options), ...(isImport && { isImport }) };
  return { props: { ...args, __provider, __context: context }, opts: gated() };

  /**
   * Nothing is registered before all resources of the program are made, or when one of them has a mistake; in an update,
   * nothing of which an argument failed. As an argument, the SDK would put the property before the message.
   */
  function gated(): pulumi.CustomResourceOptions {
    if (options.id !== undefined) return options;
    const { dependsOn = [] } = options;
    const checked = allChecked({ of: registration, declared, resource, args: written, options }).then(async () => {
      const failure = isCollecting() ? undefined : failureOf(await errors());
      if (failure !== undefined) throw failure;
      return dependsOn;
    });
    return { ...options, dependsOn: checked as Promise<pulumi.Input<pulumi.Resource>[]> };
  }
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
