import type { Settings } from "../settings/settings-table.ts";
import type { Run, Status } from "../world/world.ts";

/** The fields that the list of runs and a single run have in common (reference section 8, rows 1 and 5). */
export const runAnswer = ({ id, projectId, begin, end, status }: Run, settings: Settings) => ({
  projectId,
  id,
  begin: inUnit(begin, settings),
  ...(end === null ? runningEnds[settings.runningEnd] : { end: inUnit(end, settings) }),
  status: statusWord(status, settings),
});

export const statusWord = (status: Status, { statusWords }: Settings): string => wordings[statusWords][status];

const inUnit = (time: number, { timeUnit }: Settings): number => (timeUnit === "s" ? Math.floor(time / 1000) : time);

const runningEnds = { null: { end: null }, zero: { end: 0 }, absent: {} } as const;

const wordings: Readonly<Record<Settings["statusWords"], Record<Status, string>>> = {
  default: { waiting: "waiting", inProgress: "inProgress", success: "success", failed: "failed", canceled: "canceled" },
  upper: { waiting: "WAITING", inProgress: "INPROGRESS", success: "SUCCESS", failed: "FAILED", canceled: "CANCELED" },
  build: { waiting: "prepare", inProgress: "upload", success: "success", failed: "fail", canceled: "canceled" },
};
