import {
  createClient,
  createListReader as createReader,
  type Client as ClientOf,
  type ClientOptions,
  type Item as ItemOf,
  type ListName as ListNameOf,
  type ListReader,
  type ListRequest as ListRequestOf,
  type Service,
} from "../../../core/http/index.ts";
import { relatedEndpoint } from "../../../core/location.ts";
import { hints } from "./hints.ts";
import { operationNames } from "./operation-names.ts";
import type { Operations } from "./operations.ts";

/** A client of SourceCommit. */
export type Client = ClientOf<Operations>;
/** Names of the operations that return a list. */
type ListName = ListNameOf<Operations>;
/** One item of an operation's list. */
type Item<Name extends ListName> = ItemOf<Operations, Name>;
/** A list request without its page. */
type ListRequest<Name extends ListName> = ListRequestOf<Operations, Name>;

const sourceCommit: Service<Operations> = {
  operationNames,
  loadOperations: async () => (await import("./operations.ts")).operations,
  hints,
};

/**
 * A client of SourceCommit beside SourcePipeline, with one key.
 *
 * @param options its endpoint is that of SourcePipeline; the one of SourceCommit is derived from it.
 * @example
 * const client = createSourceCommitClient({ endpoint: "http://127.0.0.1:4600", region: "KR", accessKey, secretKey });
 */
export const createSourceCommitClient = (options: ClientOptions): Client =>
  createClient(sourceCommit, { ...options, endpoint: relatedEndpoint(options.endpoint, "sourcecommit") });

/**
 * A reader of one of SourceCommit's lists, page by page where it could have ended early.
 *
 * @example const entries = await createListReader(client, name, request).readAll();
 */
export const createListReader = <Name extends ListName>(
  client: Pick<Client, Name>,
  name: Name,
  request: ListRequest<Name>,
): ListReader<Item<Name>> => createReader(sourceCommit, client, name, request);
