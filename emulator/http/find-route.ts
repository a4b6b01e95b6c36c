import { apiRoot, matchPath, operationNames, operations, type OperationName } from "../../provider/api/index.ts";

/** The operation that a request asks for, with the parameters of its path. */
export interface Route {
  readonly operation: OperationName;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Roots of the service: as the documentation has it, and as the vendor's SDK builds it for VPC and Classic. */
export const apiRoots: readonly string[] = [apiRoot, `/vpcsourcepipeline${apiRoot}`, `/sourcepipeline${apiRoot}`];

/** Finds the operation in the table; undefined when no row has this method and path. */
export function findRoute(method: string, path: string): Route | undefined {
  const root = apiRoots.find((candidate) => path.startsWith(`${candidate}/`));
  if (root === undefined) return undefined;
  const below = path.slice(root.length);
  for (const operation of operationNames) {
    if (operations[operation].method !== method) continue;
    const parameters = matchPath(operations[operation].path, below);
    if (parameters) return { operation, parameters };
  }
  return undefined;
}
