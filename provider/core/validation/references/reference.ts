import type { Rule } from "../rule.ts";

/** A list of an account that can be asked for, and how messages speak of it. */
export interface AccountList {
  /** Its name in a request. */
  readonly list: string;
  /** What it holds: "stage", "stages". */
  readonly noun: string;
  readonly plural: string;
  /** What it belongs to, with parameters of the request: `SourceDeploy project {projectId}`; absent: the account. */
  readonly of?: string;
}

/** Which list to ask for, and with which parameters. */
export interface ListRequest {
  readonly list: string;
  readonly [parameter: string]: string | number;
}

/** An element of a list; what else it holds, later references may depend on. */
export interface ListItem {
  readonly name: string;
  readonly id?: number;
}

/** What properties were found to refer to. */
export type Found = Readonly<Partial<Record<string, ListItem>>>;

/** Where a property leads: an element of a list, by its id or its name; a zone goes by any of its names. */
export interface Reference {
  readonly list: AccountList;
  readonly by: "id" | "name" | "zone";
  /** The rule that is broken where no element is meant. */
  readonly rule: Rule;
  /** The rule that is broken instead while the list is empty, where that has a known reason. */
  readonly ifEmpty?: { readonly rule: Rule; readonly reason: string };
  /**
   * Parameters of the request, read from what properties before this one refer to: `{ projectId: "projectId.id" }`.
   * While one of them is not known, nothing is looked up.
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What those must hold for a list to exist: `{ "projectId.source.type": "SourceCommit" }`. */
  readonly when?: Readonly<Record<string, string>>;
}

/** A part of a resource's inputs that refers to things of the account. */
export interface Subject {
  /** Where it stands: `tasks[2]`. */
  readonly path: string;
  /** Its properties, of which any may be unknown or wrong. */
  readonly value: Readonly<Record<string, unknown>>;
  /** The properties that refer to something, in the order in which they depend on each other. */
  readonly references: Readonly<Record<string, Reference>>;
}

/** What a list belongs to, for messages: "SourceDeploy project 12920"; undefined for one of the whole account. */
export const ownerOf = ({ of }: AccountList, request: ListRequest): string | undefined =>
  of?.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(request[key]));
