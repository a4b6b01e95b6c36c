import type { Host } from "../session.ts";
import { check, type CheckResult } from "./check.ts";
import { create } from "./create.ts";
import { deleteResource } from "./delete.ts";
import { diff } from "./diff.ts";
import { read } from "./read.ts";
import type { CheckRequest, CreateRequest, IdRequest, UpdateRequest } from "./request.ts";
import type { AnyResourceType } from "./resource-type.ts";
import type { PriorState } from "./state.ts";
import { update } from "./update.ts";

/** What a diff says: which properties replace the resource, and whether it has to be handled although none changed. */
export interface Difference {
  readonly replaces: readonly string[];
  /** True where the state itself asks for something; otherwise the engine compares the inputs. */
  readonly changes?: boolean;
}

/** What a host can do with a kind of resource. */
export interface ResourceVerbs {
  readonly check: (request: CheckRequest, host: Host) => Promise<CheckResult>;
  readonly diff: (prior: PriorState, inputs: PriorState, host: Host) => Difference;
  readonly create: (request: CreateRequest, host: Host) => Promise<{ readonly id: string; readonly state: object }>;
  /** Undefined when the resource is gone. */
  readonly read: (
    request: IdRequest,
    host: Host,
  ) => Promise<{ readonly id: string; readonly state: object; readonly inputs: object } | undefined>;
  readonly update: (request: UpdateRequest, host: Host) => Promise<object>;
  readonly delete: (request: IdRequest, host: Host) => Promise<void>;
}

/** The verbs of a type of resource that is created, read, updated and deleted. */
export const verbsOf = (type: AnyResourceType): ResourceVerbs => ({
  check: (request, host) => check(type, request, host),
  diff: (prior, inputs, host) => ({ replaces: diff(type, prior, inputs, host) }),
  create: (request, host) => create(type, request, host),
  read: (request, host) => read(type, request, host),
  update: (request, host) => update(type, request, host),
  delete: (request, host) => deleteResource(type, request, host),
});
