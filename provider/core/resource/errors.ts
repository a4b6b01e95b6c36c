import type { ServiceError } from "../http/index.ts";

/** A failure that the user can mend: one message, no stack. */
export class ResourceError extends Error {
  override name = "ResourceError";
  override stack = "";
}

/** Under the id of a state stands something that cannot be proven to be what the state describes. */
export class IdentityError extends ResourceError {
  override name = "IdentityError";
}

/**
 * A failure after which a resource exists: the engine saves the id and these properties, shows the reasons, and calls
 * update in the next run.
 */
export class PartialFailure extends ResourceError {
  override name = "PartialFailure";
  readonly id: string;
  readonly properties: object;
  readonly reasons: readonly string[];

  constructor(id: string, properties: object, reason: string) {
    super(reason);
    this.id = id;
    this.properties = properties;
    this.reasons = [reason];
  }
}

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What happened, without what a client's error says to do about it: for messages that say something else. */
export function eventOf(error: unknown): string {
  const message = messageOf(error);
  const { hint } = error as { hint?: unknown };
  const hasHint = error instanceof Error && typeof hint === "string" && message.endsWith(hint);
  return hasHint ? message.slice(0, message.length - hint.length).trimEnd() : message;
}

/** Whether a failed call of a client is of a category. */
export const isOf = (error: unknown, category: ServiceError["category"]): error is ServiceError =>
  error instanceof Error && (error as { category?: string }).category === category;

/** Whether a changing call may have had an effect although it failed. */
export const mayHaveHadAnEffect = (error: unknown): boolean =>
  error instanceof Error && (error as { effect?: string }).effect === "unknown";

/** Whether an error says that a resource is missing, which is not yet proof that it is gone. */
export const saysMissing = (error: unknown): boolean => isOf(error, "notFound");
