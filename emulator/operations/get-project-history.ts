import { orderInside } from "../answers/order.ts";
import { runAnswer, statusWord } from "../answers/run-answer.ts";
import { taskAnswer } from "../answers/task-answer.ts";
import { findRun } from "./find-run.ts";
import type { Handler } from "./handler.ts";

export const getProjectHistory: Handler<"getProjectHistory"> = ({ parameters, region }, service) => {
  const run = findRun(service, parameters, region);
  const tasks = orderInside(service, run.tasks).map((task) => ({
    ...taskAnswer(task, service.world, service.settings),
    status: statusWord(task.status, service.settings),
    resultId: task.resultId,
  }));
  return { history: { ...runAnswer(run, service.settings), tasks } };
};
