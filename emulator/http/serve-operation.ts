import type { OperationName } from "../../provider/services/sourcepipeline/api/index.ts";
import { jsonAnswer, type Answer } from "../answers/answer.ts";
import { handlers } from "../operations/handlers.ts";
import type { Settings } from "../settings/settings-table.ts";
import type { Route } from "./exchange.ts";
import { parseInput } from "./parse-input.ts";

/** Parses what a request asks for, lets the operation's handler do it, and writes the answer. */
export const serveOperation =
  (operation: OperationName, parameters: Readonly<Record<string, string>>): Route["serve"] =>
  (exchange, service) => {
    const input = parseInput(exchange, operation, parameters, service.settings);
    const result = handlers[operation](input as never, service);
    return successAnswer(operation, { result }, service.settings);
  };

function successAnswer(operation: OperationName, body: object, settings: Settings): Answer {
  const status = statuses[operation]?.(settings) ?? 200;
  return status === 204 ? { status, headers: {}, body: undefined } : jsonAnswer(status, body);
}

/** Operations whose status of success is not certain (reference section 8, row 7). */
const statuses: Readonly<Partial<Record<OperationName, (settings: Settings) => number>>> = {
  createProject: ({ createStatus }) => createStatus,
  deleteProject: ({ deleteStatus }) => deleteStatus,
};
