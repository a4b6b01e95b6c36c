import { jsonAnswer, type Answer } from "../answers/answer.ts";
import { failureAnswer } from "../answers/failure-answer.ts";
import { ServiceFailure } from "../failure.ts";
import type { OperationName } from "../../provider/api/index.ts";
import { handlers } from "../operations/handlers.ts";
import type { Service } from "../service.ts";
import type { Settings } from "../settings/settings-table.ts";
import type { Step } from "./exchange.ts";
import { parseInput } from "./parse-input.ts";

/** Parses what the request asks for, lets the operation's handler do it, and writes the answer. */
export const handleOperation: Step<Service> = (exchange, service) => {
  if (!exchange.route) return;
  const { operation } = exchange.route;
  const input = parseInput(exchange, exchange.route, service.settings);
  exchange.handled = true;
  exchange.answer = callHandler(operation, input, service);
};

function callHandler(operation: OperationName, input: ReturnType<typeof parseInput>, service: Service): Answer {
  try {
    const result = handlers[operation](input as never, service);
    return successAnswer(operation, { result }, service.settings);
  } catch (error) {
    if (error instanceof ServiceFailure) return failureAnswer(error, service.settings);
    throw error;
  }
}

function successAnswer(operation: OperationName, body: object, settings: Settings): Answer {
  const status = statuses[operation]?.(settings) ?? 200;
  return status === 204 ? { status, headers: {}, body: undefined } : jsonAnswer(status, body);
}

/** Operations whose status of success is not certain (reference section 8, row 7). */
const statuses: Readonly<Partial<Record<OperationName, (settings: Settings) => number>>> = {
  createProject: ({ createStatus }) => createStatus,
  deleteProject: ({ deleteStatus }) => deleteStatus,
};
