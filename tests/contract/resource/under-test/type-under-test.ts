import type { AnyResourceType } from "../../../../provider/core/resource/index.ts";

/** A type of resource as the scenarios see it, with a server that can be made to misbehave. */
export interface TypeUnderTest {
  readonly type: AnyResourceType;
  /**
   * What a valid program says beside the name. Another text is another content: a change is a program with another one.
   */
  readonly program: (text?: string) => Readonly<Record<string, unknown>>;
  /** The property that the text is in. */
  readonly textProperty: string;
  /** Whether the key is known as soon as a create is acknowledged: the response tells it, or it is the name. */
  readonly knowsKey: boolean;
  /** An id of this type that no resource has. */
  readonly unusedId: string;
  /** What the service says, in its own codes: something is missing, a name is taken, a limit is reached. */
  readonly refusals: Readonly<Record<"missing" | "nameTaken" | "limit", Refusal>>;
  /** Responses to a create that are successes and say nothing. */
  readonly emptySuccesses: Readonly<Record<string, unknown>>;
  /** @param now milliseconds since the epoch */
  readonly startServer: (now: () => number) => Promise<ServerUnderTest>;
}

/** What a type has or lacks; a scenario says what it needs. */
export type Trait = "update" | "numbers" | "key";

const traits: Readonly<Record<Trait, (tested: TypeUnderTest) => boolean>> = {
  /** It can be changed in place; without it, every change replaces. */
  update: ({ type }) => type.update !== undefined,
  /** Its key is a number of the service's, and not its name. */
  numbers: ({ type }) => type.parseId("shop") === undefined,
  key: ({ knowsKey }) => knowsKey,
};

export const hasTrait = (tested: TypeUnderTest, trait: Trait): boolean => traits[trait](tested);

interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

/** The kinds of calls that a resource type makes. */
export type Call = "create" | "get" | "list" | "update" | "delete";

/** A way to misbehave. */
export interface Fault {
  /** On which calls; all unless given. */
  readonly on?: Call;
  /** Before or after the service has done its work; before unless given. */
  readonly when?: "before" | "after";
  /** What becomes of the response; another one unless given. */
  readonly kind?: "respond" | "reset" | "hang" | "truncate";
  readonly status?: number;
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** How often; always unless given. */
  readonly times?: number;
}

/** A resource as the service has it. */
export interface Stored {
  /** Pulumi's id. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What no other resource of this service has, whatever its name and content: ids of its parts. */
  readonly labels: string;
  readonly region: string;
}

/** What somebody else makes of the service's resources. */
export interface Change {
  readonly name?: string;
  readonly text?: string;
  /** Whether its labels are others, as of a resource that was made anew. */
  readonly isRelabelled?: boolean;
}

/** A service on loopback with the resources of one account. */
export interface ServerUnderTest extends AsyncDisposable {
  readonly url: string;
  /** Before a request is served. */
  onRequest(action: () => void): void;
  fault(fault: Fault): void;
  healed(): void;
  faultsFired(): number;
  /** How long reads and lists do not show a change, in milliseconds. */
  showLate(milliseconds: number): void;
  /** A name may be given twice; nothing where the name is the key. */
  allowTwins(): void;
  /** Refusals come inside a success. */
  refuseInsideSuccess(): void;
  /** A list that is asked for without a page ends after so many entries. */
  endListsAfter(entries: number): void;
  /** What there is, whether it shows or not. */
  resources(): Stored[];
  /** Makes a resource past all rules, as somebody else may; in the service's own region. */
  make(name: string, text: string): void;
  /** Changes a resource past all rules. */
  edit(id: string, change: Change): void;
  remove(id: string): void;
  /** Copies a resource of another server under its id, changed. */
  copy(from: ServerUnderTest, id: string, change?: Change): void;
  /** What `copy` takes. */
  inside(id: string): unknown;
  /** The calls since the last time, oldest first. */
  calls(): Call[];
}
