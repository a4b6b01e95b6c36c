import { ServiceFailure } from "../failure.ts";
import { findSibling } from "../siblings/find-sibling.ts";
import type { Step } from "./exchange.ts";
import { findRoute } from "./find-route.ts";

export const findOperation: Step<unknown> = (exchange) => {
  const { method, path } = exchange;
  exchange.route = findRoute(method, path) ?? findSibling(method, path);
  if (!exchange.route) throw new ServiceFailure("notFound", "URL not found.");
};
