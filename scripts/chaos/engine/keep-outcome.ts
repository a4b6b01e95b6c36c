import { PartialFailure } from "../../../provider/core/resource/errors.ts";
import { asPlain, ProtocolError } from "../stack.ts";
import { providerText } from "./deployment.ts";

/**
 * Does a step and keeps its result, as the engine does: also that of a failure after which the resource exists.
 *
 * @param save writes the result into the state
 */
export async function keepOutcome<Outs extends object>(
  step: () => Promise<{ id: string; outs: Outs }>,
  save: (id: string, outs: Outs, isUnfinished: boolean) => void,
): Promise<void> {
  try {
    const { id, outs } = await step();
    // The engine adds what names the provider to outputs, though not to those of a failure.
    save(id, { ...asPlain(outs), __provider: providerText }, false);
  } catch (error) {
    if (!(error instanceof PartialFailure)) throw error;
    save(error.id, error.properties as Outs, true);
    if ("__provider" in error.properties) throw error;
    throw new ProtocolError(`The properties of a partial failure name no provider: ${error.message}`);
  }
}
