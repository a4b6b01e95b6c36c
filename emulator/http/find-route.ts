import { matchPath, operationNames, operations } from "../../provider/services/sourcepipeline/api/index.ts";
import { apiRoots } from "./api-roots.ts";
import type { Route } from "./exchange.ts";
import { serveOperation } from "./serve-operation.ts";

/** Finds the operation in the table; undefined when no row has this method and path. */
export function findRoute(method: string, path: string): Route | undefined {
  const root = apiRoots.find((candidate) => path.startsWith(`${candidate}/`));
  if (root === undefined) return undefined;
  const below = path.slice(root.length);
  for (const operation of operationNames) {
    if (operations[operation].method !== method) continue;
    const parameters = matchPath(operations[operation].path, below);
    if (parameters) return { operation, serve: serveOperation(operation, parameters) };
  }
  return undefined;
}
