import {
  createClient,
  createListReader as createReader,
  type Client as ClientOf,
  type ClientOptions,
  type Item as ItemOf,
  type ListName as ListNameOf,
  type ListReader,
  type ListRequest as ListRequestOf,
  type Request as RequestOf,
  type Result as ResultOf,
  type Service,
} from "../../../core/http/index.ts";
import { hints } from "./hints.ts";
import { operationNames, type OperationName } from "./operation-names.ts";
import type { Operations } from "./operations.ts";

/** A client of SourcePipeline. */
export type Client = ClientOf<Operations>;
/** The request of an operation, flat. */
export type Request<Name extends OperationName> = RequestOf<Operations, Name>;
/** What an operation's response holds. */
export type Result<Name extends OperationName> = ResultOf<Operations, Name>;
/** Names of the operations that return a list. */
export type ListName = ListNameOf<Operations>;
/** One item of an operation's list. */
export type Item<Name extends ListName> = ItemOf<Operations, Name>;
/** A list request without its page. */
export type ListRequest<Name extends ListName> = ListRequestOf<Operations, Name>;

const sourcePipeline: Service<Operations> = {
  operationNames,
  loadOperations: async () => (await import("./operations.ts")).operations,
  hints,
};

/**
 * A client of SourcePipeline at one endpoint, with one key.
 *
 * @example
 * const client = createSourcePipelineClient({ endpoint: "http://127.0.0.1:4600", region: "KR", accessKey, secretKey });
 * const { projectList } = await client.getProjects({});
 */
export const createSourcePipelineClient = (options: ClientOptions): Client => createClient(sourcePipeline, options);

/**
 * A reader of one of SourcePipeline's lists.
 *
 * @example const projects = await createListReader(client, "getBuildProjects", {}).readAll();
 */
export const createListReader = <Name extends ListName>(
  client: Pick<Client, Name>,
  name: Name,
  request: ListRequest<Name>,
): ListReader<Item<Name>> => createReader(sourcePipeline, client, name, request);
