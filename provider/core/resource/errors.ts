/** A failure that the user can mend: one message, no stack. */
export class PipelineError extends Error {
  override name = "PipelineError";
  override stack = "";
}

/** Under the id of a state stands something that cannot be proven to be the pipeline of that state. */
export class StrangerError extends PipelineError {
  override name = "StrangerError";
}

/**
 * A failure after which a pipeline exists: the engine saves the id and these properties, shows the reasons, and calls
 * update in the next run.
 */
export class PartialFailure extends PipelineError {
  override name = "PartialFailure";
  readonly id: string;
  readonly properties: object;
  readonly reasons: readonly string[];

  constructor(id: number, properties: object, reason: string) {
    super(reason);
    this.id = String(id);
    this.properties = properties;
    this.reasons = [reason];
  }
}

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
