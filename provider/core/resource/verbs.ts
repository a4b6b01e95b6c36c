import type { Host } from "../session.ts";
import { check, type CheckResult } from "./check.ts";
import { create } from "./create.ts";
import { deleteResource } from "./delete.ts";
import { diff } from "./diff.ts";
import { contextAt } from "./operation-context.ts";
import { previewAdditions } from "./preview-additions.ts";
import { read } from "./read.ts";
import type { CheckRequest, CreateRequest, IdRequest, UpdateRequest } from "./request.ts";
import type { AnyResourceType } from "./resource-type.ts";
import { type CheckedInputs, inputsOf, type PriorState } from "./state.ts";
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
  /** What will stand in the state beside the inputs, as far as it is known before: the rest is unknown. */
  readonly preview: (prior: PriorState, inputs: CheckedInputs, host: Host) => object;
}

/**
 * The verbs of a type of resource that is created, read, updated and deleted. What comes from a host is read here, once:
 * behind this door inputs hold what is the resource's, and the operation has its session and its time.
 */
export const verbsOf = (type: AnyResourceType): ResourceVerbs => ({
  check: async (request, host) => check(type, request, host),
  diff: (prior, inputs, host) => ({ replaces: diff(type, prior, inputs, host) }),
  create: async ({ inputs, timeoutMs }, host) =>
    create(type, inputsOf(type, inputs), contextAt(host, inputs, timeoutMs)),
  read: async ({ id, prior, timeoutMs }, host) => read(type, id, prior, contextAt(host, prior, timeoutMs)),
  update: async ({ id, prior, inputs, timeoutMs }, host) =>
    update(type, id, { prior, inputs: inputsOf(type, inputs) }, contextAt(host, inputs, timeoutMs)),
  delete: async ({ id, prior, timeoutMs }, host) => deleteResource(type, id, prior, contextAt(host, prior, timeoutMs)),
  preview: (prior, inputs, host) => previewAdditions(type, prior, inputs, host),
});
