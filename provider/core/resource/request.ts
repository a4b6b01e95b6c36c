import type { FromStack } from "../validation/references/explain-gone.ts";
import type { Additions } from "./resource-type.ts";
import type { CheckedInputs, PriorState } from "./state.ts";

/** What a host asks of a verb, in one form for every host. */
interface ResourceRequest {
  /** What the state holds; empty for a resource that is not managed yet. */
  readonly prior: PriorState;
  /** How long the verb may take, in milliseconds; ten minutes unless given. */
  readonly timeoutMs?: number | undefined;
}

/** A request about a resource that the engine knows by an id. */
export interface IdRequest extends ResourceRequest {
  readonly id: string;
}

/** A request with what check has handed to the engine. */
export interface CreateRequest extends Omit<ResourceRequest, "prior"> {
  readonly inputs: CheckedInputs;
  /** Undefined where the host is not told it. */
  readonly urn?: string | undefined;
}

/** The same for a resource that exists. */
export interface UpdateRequest extends IdRequest {
  readonly inputs: CheckedInputs;
  /** Undefined where the host is not told it. */
  readonly urn?: string | undefined;
}

/** What the program says, and what only its side knows. */
export interface CheckRequest extends ResourceRequest {
  readonly urn: string | undefined;
  /** The program's own arguments, as it gave them. */
  readonly program: Readonly<Record<string, unknown>>;
  /** The argument `adopt`. */
  readonly adopt: unknown;
  /** Whether the program said `import`, and not `adopt`. */
  readonly isImport: boolean;
  readonly isPreview: boolean;
  /** False where a name has to be given; otherwise one is made where the program gives none. */
  readonly autonames?: boolean;
  /** The program's own resource option. */
  readonly deleteBeforeReplace: boolean;
  /** Paths of arguments that come from resources without an id; the empty path stands for all. */
  readonly pending: readonly string[];
  /** Resources of the program that the state has, by the paths of arguments that are their ids. */
  readonly fromStack?: FromStack;
  /** What the stack's state holds: this resource, and who has the wanted name. */
  readonly stored: StoredResource;
}

/** What the stack's state holds about a resource, and about its name. */
export interface StoredResource {
  /** Whether the state has this resource at all. */
  readonly exists?: boolean;
  /** The name that the state holds for this resource: the engine says nothing of one that is replaced by force. */
  readonly name?: string;
  /** With which key and at which endpoint that state was written. */
  readonly account?: string;
  readonly endpoint?: string;
  /** What the service had added to it: enough of it to know it again. */
  readonly outputs?: Additions;
  /** Whether the program only read it, with `get`. */
  readonly isExternal?: true;
  /** URN of another resource of the program that has the wanted name. */
  readonly holder?: string;
  /** The same of every name, for one that is adopted: its name may be known to the service alone. */
  readonly holders?: Readonly<Record<string, string>>;
}
