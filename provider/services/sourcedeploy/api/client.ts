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

/** A client of SourceDeploy. */
export type Client = ClientOf<Operations>;
/** Names of the operations that return a list. */
type ListName = ListNameOf<Operations>;
/** One item of an operation's list. */
type Item<Name extends ListName> = ItemOf<Operations, Name>;
/** A list request without its page. */
type ListRequest<Name extends ListName> = ListRequestOf<Operations, Name>;

const sourceDeploy: Service<Operations> = {
  operationNames,
  loadOperations: async () => (await import("./operations.ts")).operations,
  hints,
};

/**
 * A client of SourceDeploy beside SourcePipeline, with one key.
 *
 * @param options its endpoint is that of SourcePipeline; the one of SourceDeploy is derived from it.
 * @example
 * const client = createSourceDeployClient({ endpoint: "http://127.0.0.1:4600", region: "KR", accessKey, secretKey });
 */
export const createSourceDeployClient = (options: ClientOptions): Client =>
  createClient(sourceDeploy, { ...options, endpoint: relatedEndpoint(options.endpoint, "sourcedeploy") });

/**
 * A reader of one of SourceDeploy's lists, page by page where it could have ended early.
 *
 * @example const entries = await createListReader(client, name, request).readAll();
 */
export const createListReader = <Name extends ListName>(
  client: Pick<Client, Name>,
  name: Name,
  request: ListRequest<Name>,
): ListReader<Item<Name>> => createReader(sourceDeploy, client, name, request);
