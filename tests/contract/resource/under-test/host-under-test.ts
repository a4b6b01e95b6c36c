import type {
  AnyResourceType,
  CheckedInputs,
  CheckRequest,
  CreateRequest,
  CreateResult,
  IdRequest,
  PriorState,
  ReadResult,
  UpdateRequest,
} from "../../../../provider/core/resource/index.ts";
import type { Host } from "../../../../provider/core/session.ts";

/** A host of the verbs, as the scenarios see it. */
export interface HostUnderTest {
  readonly name: string;
  readonly verbsOf: (type: AnyResourceType) => VerbsUnderTest;
}

/** The verbs of a type through a host; what is the host's own in inputs and states does not show. */
export interface VerbsUnderTest {
  readonly check: (request: CheckRequest, host: Host) => Promise<CheckOutcome>;
  /** Which properties replace. */
  readonly diff: (prior: PriorState, inputs: CheckedInputs, host: Host) => Promise<readonly string[]>;
  readonly create: (request: CreateRequest, host: Host) => Promise<CreateResult>;
  readonly read: (request: IdRequest, host: Host) => Promise<ReadResult | undefined>;
  readonly update: (request: UpdateRequest, host: Host) => Promise<PriorState>;
  readonly delete: (request: IdRequest, host: Host) => Promise<void>;
}

/** Inputs in canonical form, or what is shown of the mistakes. */
type CheckOutcome = { readonly inputs: CheckedInputs } | { readonly reasons: readonly string[] };

/** What a program says that nothing was said about. */
export const plainCheck: CheckRequest = {
  prior: {},
  program: {},
  adopt: undefined,
  urn: undefined,
  isImport: false,
  isPreview: false,
  deleteBeforeReplace: false,
  pending: [],
  stored: {},
};
