import type { Key, Listed, ResourceList } from "../resource-list.ts";
import type { Session } from "../session.ts";
import type { CachedList } from "../cached-list.ts";
import type { FromStack } from "../validation/references/explain-gone.ts";
import type { Gathered } from "../validation/references/gather-references.ts";
import type { ListItem, ListRequest } from "../validation/references/reference.ts";
import type { Problem } from "../validation/problem.ts";
import type { Rule } from "../validation/rule.ts";
import { keysOf, type ObjectShape } from "../validation/shape/shape.ts";
import type { OperationContext } from "./operation-context.ts";

/** What a program says about a resource, in canonical form. */
export interface Inputs {
  readonly name: string;
}

/** What the service adds to a resource; stands in the state beside the inputs. */
export type Additions = Readonly<Record<string, unknown>>;

/** What the checks of one resource know beside its inputs. */
export interface CheckFacts {
  readonly context: OperationContext;
  readonly urn: string | undefined;
  /** Paths of what comes from resources that do not exist yet: it cannot be found, and that is no mistake. */
  readonly pending: readonly string[];
  /** Resources of the program that the state has, by the paths where their ids stand. */
  readonly fromStack?: FromStack;
  /** How old a list may be that lacks something, in milliseconds. */
  readonly toleranceMs: number;
  /** Whether every property has the right kind of value. */
  readonly hasShape: boolean;
}

/** Whose order of a list's elements the result has: the program's, or the prior one with new elements at its end. */
interface EquivalenceOptions {
  readonly order: "program" | "prior";
}

/** What refers to things of the account. */
export interface ReferringType<Program> {
  /** Its inputs: what a program may say, what of it refers to things of the account, and what replaces. */
  readonly descriptor: ObjectShape;
  /** The rules that its problems are about, by code. */
  readonly rules: Readonly<Partial<Record<Problem["code"], Rule>>>;
  /** The list that a reference asks for. */
  listOf(session: Session, request: ListRequest): CachedList<ListItem | string>;
  /** What is wrong in view of the account, with everything looked up that the inputs refer to. */
  checkGathered(gathered: Gathered, facts: CheckFacts, inputs: Program): Promise<readonly Problem[]>;
  /** Called when everything was looked up, for inputs of the right shape: what the checks of other resources have to know of this one. */
  checked?(inputs: Program, session: Session): void;
}

/**
 * Everything that is said about a kind of resource; what every resource does (the order of steps, partial failure,
 * reconciling, adopting, identity, names, timeouts) is in this folder, once.
 *
 * `Program` is the resource as a program states it, `Remote` as the service returns it.
 */
export interface ResourceType<
  Program extends Inputs = Inputs,
  Remote extends Listed = Listed,
> extends ReferringType<Program> {
  /** For messages: "pipeline". */
  readonly noun: string;
  /** Says where ids are found: "getPipelines() lists those that exist." */
  readonly listHint: string;
  /** What an id looks like: "1234". */
  readonly exampleId: string;
  /** Names of resources whose program gives none. */
  readonly autoname: { readonly maximum: number };
  /** Outputs that the service adds. */
  readonly outputs: readonly string[];
  /** Whether a state was written after the service had shown the resource. */
  wasRead(prior: Additions): boolean;

  /** The key in a Pulumi id; undefined for a text that is no id of this type. */
  parseId(id: string): Key | undefined;

  /** The inputs in canonical form, and everything that can be found wrong without asking the service. */
  check(inputs: unknown, facts: CheckFacts): { readonly value: Program; readonly problems: readonly Problem[] };
  /** Two resources of the program have this name. */
  sharedName(message: string): Problem;
  /** A resource of the account has the name that a new one is to get. */
  takenName(message: string, hint: string): Problem;
  /** What else is worth a line at preview. */
  describeChanges?(prior: Partial<Program>, inputs: Program, facts: CheckFacts): string;

  /** Writes inputs as the prior ones are written wherever that means the same: the engine compares texts. */
  suppressEquivalent(prior: Partial<Program>, inputs: Program, options: EquivalenceOptions): Program;
  /** Whether two resources say the same to the service, whatever their names. */
  isEquivalent(one: Partial<Program>, other: Partial<Program>): boolean;
  /** The service's resource as a program would state it, written as the prior state wherever that means the same. */
  fromRemote(remote: Remote, prior: Partial<Program>, recorded?: Additions): Program;
  additionsOf(remote: Remote, inputs: Program): Additions;
  /** What can be said of the additions of a resource that could not be read after a write. */
  additionsUnread(inputs: Program, prior: Additions): Additions;
  /** What an update will leave of the additions, as far as that is known before. */
  keptAdditions?(inputs: Program, prior: Additions): Additions;
  /** Whether the service's resource carries labels that no other resource of the same service has: ids of its parts. */
  hasRecordedLabels(remote: Remote, recorded: Additions): boolean;

  /** The list in which resources of this type are found by name. */
  list(session: Session): ResourceList;
  get(key: Key, context: OperationContext): Promise<Remote>;
  /** One request, never repeated blindly. @returns the key; undefined where the service does not tell */
  create(inputs: Program, context: OperationContext): Promise<Key | undefined>;
  /** States the whole resource. Without it, every change replaces. */
  update?(key: Key, inputs: Program, context: OperationContext): Promise<void>;
  delete(key: Key, context: OperationContext): Promise<void>;
  /** Whether a conflict says that the name is taken; other conflicts (a quota) may have codes that look the same. */
  saysNameTaken(error: { readonly serviceCode?: string | undefined }): boolean;
}

/** A resource type as the verbs see it: its inputs and the service's resource pass through them unread. */
export interface AnyResourceType extends ResourceType {
  /** Properties of the inputs, in the order of the state. */
  readonly properties: readonly string[];
  /** Those by which it becomes another resource: they cannot be changed in place. */
  readonly identity: readonly string[];
}

/** @param type what is said about a kind of resource; only the type itself reads what it gave out */
export const defineResourceType = <Program extends Inputs, Remote extends Listed>(
  type: ResourceType<Program, Remote>,
): AnyResourceType => ({
  // What the service returned comes back to the type that asked for it.
  ...(type as unknown as ResourceType),
  properties: keysOf(type.descriptor.properties),
  identity: keysOf(type.descriptor.properties, ({ replaces }) => replaces === true),
});

/** How a resource is called in a message: `pipeline "shop" (id 3101)`; without an id where that is the name. */
export function nameOf({ noun }: Pick<AnyResourceType, "noun">, name?: string, key?: Key | string): string {
  return [noun, name === undefined ? "" : `"${name}"`, key === undefined || key === name ? "" : `(id ${String(key)})`]
    .filter((part) => part !== "")
    .join(" ");
}

/** The same at the beginning of a sentence. */
export const titleOf = (type: Pick<AnyResourceType, "noun">, name?: string, key?: Key | string): string => {
  const text = nameOf(type, name, key);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};
