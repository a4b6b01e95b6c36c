import type { PathParameter } from "../../../provider/core/http/operation.ts";
import type { OperationName, Operations } from "../../../provider/services/sourcepipeline/api/operations.ts";
import type {
  ChangeProjectBody,
  CreateProjectBody,
} from "../../../provider/services/sourcepipeline/api/schemas/pipeline-request.ts";
import type { Service } from "../../service.ts";
import type { Page } from "../lists.ts";

/** The bodies of the operations that have one. */
interface Bodies {
  createProject: CreateProjectBody;
  changeProject: ChangeProjectBody;
}

/** What a request asks for, checked and in its types. */
interface Input<Name extends OperationName> {
  readonly parameters: Parameters<Operations[Name]["path"]>;
  readonly body: Name extends keyof Bodies ? Bodies[Name] : undefined;
  /** undefined for the whole list. */
  readonly page: Page | undefined;
  /** A part of the names that are wanted; empty for all. */
  readonly search: string;
  /** Of the header `x-ncp-region_code`. */
  readonly region: string;
  /** Who asks, as the history of runs shows it. */
  readonly requester: string;
}

/** Ids are numbers, everything else in a path is a string. */
type Parameters<Path extends string> = {
  readonly [Name in PathParameter<Path>]: Name extends `${string}Id` ? number : string;
};

/** Does the work of one operation: gives what stands under `result`, or throws a ServiceFailure. Knows no HTTP. */
type Handler<Name extends OperationName> = (input: Input<Name>, service: Service) => object;

/** A handler for each operation. */
export type Handlers = { readonly [Name in OperationName]: Handler<Name> };
