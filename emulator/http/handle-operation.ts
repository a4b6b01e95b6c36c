import type { Service } from "../service.ts";
import type { Step } from "./exchange.ts";

/** Does what the request asks for. From here on it may have had an effect, so that a fault can happen after it. */
export const handleOperation: Step<Service> = (exchange, service) => {
  if (!exchange.route) return;
  exchange.handled = true;
  exchange.answer = exchange.route.serve(exchange, service);
};
