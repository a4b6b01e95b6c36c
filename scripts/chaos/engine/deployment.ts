import type { GivenInputs } from "../../../provider/hosts/shared/check-program-inputs.ts";
import { type Checked, verbs } from "./verbs.ts";
import { unknownValue } from "../../../provider/core/validation/unknown.ts";
import { dependenciesOf, type Program, resolveReferences, type Spec } from "../programs/program.ts";
import { asPlain, type Saved, type Stack } from "../stack.ts";
import { CheckError, type Command, type Outcome } from "./command.ts";

/** What a resource gives to others. */
interface Values {
  readonly id?: string | undefined;
  readonly projectId?: number | undefined;
  readonly name?: string | undefined;
}

/** One run of a program under the engine: a preview, or an update. */
export interface Deployment {
  readonly stack: Stack;
  readonly program: Program;
  readonly command: Command;
  readonly isPreview: boolean;
  readonly outcome: Outcome;
  /** What the resources give that were run so far; without an id they do not exist yet. */
  readonly values: Map<string, Values>;
  /** Name of the pipeline by URN, as the state had it before the command. */
  readonly stored: ReadonlyMap<string, string>;
}

export const providerText = 'exports.handler = () => require("chaos")';

export function beginDeployment(stack: Stack, program: Program, command: Command, isPreview: boolean): Deployment {
  const named = stack.resources.flatMap(({ urn, outs: { name }, isCondemned }) =>
    name === undefined || isCondemned ? [] : [[urn, name] as const],
  );
  const outcome: Outcome = { steps: [], failures: [] };
  return { stack, program, command, isPreview, outcome, values: new Map(), stored: new Map(named) };
}

/** Checks a pipeline as the engine does; for a replacement as if nothing had been there. */
export async function checkPipeline(
  deployment: Deployment,
  resource: string,
  spec: Spec,
  old: Saved | undefined,
): Promise<Checked> {
  const host = deployment.command.hostOf(spec.provider);
  const given = givenInputs(deployment, resource, spec);
  const { inputs, failures } = asPlain(await verbs.check(old?.inputs ?? {}, given, host));
  if (failures.length > 0) throw new CheckError(failures.map(({ reason }) => reason).join(" "));
  return inputs as Checked;
}

/** What the constructor passes: the arguments as far as they are known, and the hidden context. */
function givenInputs(deployment: Deployment, resource: string, spec: Spec): GivenInputs {
  const { isPreview: dryRun, program, stored, values } = deployment;
  const isPending = (name: string): boolean => values.get(name)?.id === undefined;
  const pending = dependenciesOf(program, resource)
    .filter((name) => !JSON.stringify(spec.args).includes(`"from":"${name}"`))
    .some(isPending)
    ? [""]
    : [];
  const args = resolveReferences(spec.args, ({ from, output }, path) => {
    if (isPending(from)) pending.push(path);
    return values.get(from)?.[output] ?? unknownValue;
  });
  const urn = urnOf(resource, spec);
  const name = stored.get(urn);
  const holder = [...stored].find(([other, its]) => other !== urn && its === spec.args.name)?.[0];
  return {
    ...(args as object),
    __provider: providerText,
    __context: {
      urn,
      dryRun,
      deleteBeforeReplace: false,
      pending,
      stored: { ...(name !== undefined && { name }), ...(holder !== undefined && { holder }) },
    },
  };
}

/** Each component around a pipeline stands in its URN. */
export const urnOf = (resource: string, { within }: Pick<Spec, "within">): string =>
  `urn:pulumi:dev::chaos::${"shop:index:Team$".repeat(within.length)}` +
  `pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline::${resource}`;
