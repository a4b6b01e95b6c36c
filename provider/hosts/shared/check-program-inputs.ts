import type * as core from "../../core/resource/index.ts";
import type { ResourceVerbs } from "../../core/resource/verbs.ts";
import type { Host } from "../../core/session.ts";
import { secretMask } from "../../core/validation/mask-secrets.ts";
import { formatProblem, type Problem } from "../../core/validation/problem.ts";

/*
 * What a program registers, under whichever host, decoded into the request of a check, and back. Three inputs are hidden
 * in it: `__context`, which the constructor passes and check removes; `__provider`, by which the engine finds the dynamic
 * provider, and which has to be in every output; `timeouts`, because delete sees old outputs only.
 */

/** How long the verbs may take, as Pulumi's `customTimeouts` write it: "5m". */
export interface Timeouts {
  create?: string;
  update?: string;
  delete?: string;
}

/** What the resource's constructor passes beside the program's own arguments. */
interface Context {
  urn?: string;
  /** Whether this is a preview. */
  dryRun?: boolean;
  /** Whether the program reports the mistakes of all its pipelines together, when it gets them back. */
  isCollecting?: boolean;
  /**
   * What the program already knows to be wrong, where the engine has to fail at this resource; empty where a preview
   * reports it by itself, and nothing more is to be asked.
   */
  refusal?: string;
  deleteBeforeReplace?: boolean;
  pending?: readonly string[];
  fromStack?: core.CheckRequest["fromStack"];
  /** Paths of arguments that are secret: no message may quote them. */
  secrets?: readonly string[];
  stored?: core.StoredResource;
  timeouts?: Timeouts;
  /** Whether the program said `import`, and not `adopt`. */
  isImport?: boolean;
  /** False where the engine's settings ask for names of the program's own. */
  autonames?: boolean;
}

/** What comes in: the program's arguments, with the constructor's hidden input. */
export type GivenInputs = Readonly<Record<string, unknown>> & { readonly __context?: Context };

/** What a host answers to a check. */
export interface CheckResult {
  inputs: object;
  failures: { property: string; reason: string }[];
}

/** Inputs that are not the program's to give: the constructor's, and those that check itself adds. */
const hiddenInputs = new Set(["__context", "__provider", "adopt", "region", "platform", "site", "timeouts"]);

/** Checks what a program registers. */
export async function checkProgramInputs(
  resource: ResourceVerbs,
  { prior, given }: { readonly prior: core.PriorState; readonly given: GivenInputs },
  host: Host,
): Promise<CheckResult> {
  const { program, hidden, request } = decodeCheck(prior, given);
  const { __context: { isCollecting = false, secrets = [], refusal } = {} } = given;
  const { __provider } = hidden;
  const mask = secretMask(given, secrets);
  const refuse = (...reasons: string[]): CheckResult =>
    isCollecting
      ? // The prior inputs, so that nothing is replaced in a preview that fails.
        { inputs: { ...program, ...prior, __provider, __problems: reasons }, failures: [] }
      : // With a nested property the engine prints the value it does not find.
        { inputs: { ...program, __provider }, failures: reasons.map((reason) => ({ property: "", reason })) };
  if (refusal !== undefined) return refuse(...(refusal === "" ? [] : [refusal]));
  try {
    const result = await resource.check(request, withoutSecrets(host, mask));
    if ("problems" in result) {
      const shown = ({ message, hint, ...rest }: Problem): Problem => ({
        ...rest,
        message: mask(message),
        hint: mask(hint),
      });
      return refuse(...result.problems.map(shown).map(formatProblem));
    }
    return { inputs: { ...result.inputs, ...hidden }, failures: [] };
  } catch (error) {
    // Errors without a stack are made for users: as failures they are shown once, thrown they would be shown twice.
    if (error instanceof Error && error.stack === "") return refuse(mask(error.message));
    throw error;
  }
}

/** A host whose messages quote no secret. */
const withoutSecrets = (host: Host, mask: (message: string) => string): Host => ({
  ...host,
  report: (level, message, urn) => {
    host.report(level, mask(message), urn);
  },
});

function decodeCheck(prior: core.PriorState, given: GivenInputs) {
  const { __context: context = {} } = given;
  const program = Object.fromEntries(Object.entries(given).filter(([key]) => !hiddenInputs.has(key)));
  // An import file, and a state that was written by hand, have them among the inputs.
  const timeouts = given.__context === undefined ? (given["timeouts"] as Timeouts | undefined) : context.timeouts;
  const hidden = { ...(timeouts && { timeouts }), __provider: given["__provider"] };
  const request: core.CheckRequest = {
    prior,
    program,
    adopt: given["adopt"],
    urn: context.urn,
    isImport: context.isImport ?? false,
    isPreview: context.dryRun ?? false,
    autonames: context.autonames ?? true,
    deleteBeforeReplace: context.deleteBeforeReplace ?? false,
    pending: context.pending ?? [],
    fromStack: context.fromStack ?? {},
    stored: context.stored ?? {},
  };
  return { program, hidden, request };
}
