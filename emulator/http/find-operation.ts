import { ServiceFailure } from "../failure.ts";
import type { Step } from "./exchange.ts";
import { findRoute } from "./find-route.ts";

export const findOperation: Step<unknown> = (exchange) => {
  exchange.route = findRoute(exchange.method, exchange.path);
  if (!exchange.route) throw new ServiceFailure("notFound", "URL not found.");
};
