import type { BuildStatus } from "../../../provider/services/sourcebuild/api/limits.ts";
import type { Settings } from "../../settings.ts";
import type { Build } from "../../state/executions.ts";

/**
 * How far a build has come: what saves an artifact does so at the end of its time.
 *
 * @param now milliseconds since the epoch.
 */
export const buildStatus = ({ end, status, uploadAt }: Build, now: number): BuildStatus =>
  end === null && uploadAt !== undefined && now >= uploadAt ? "upload" : status;

/** A build in the history of its project (reference section 3.5). */
export const buildResponse = (build: Build, settings: Settings, now: number) => ({
  projectId: build.projectId,
  buildId: build.buildId,
  begin: build.begin,
  ...(build.end === null ? runningEnds[settings.runningEnd] : { end: build.end }),
  userId: build.userId,
  status: buildStatus(build, now),
  failedPhase: build.failedPhase,
});

const runningEnds = { null: { end: null }, zero: { end: 0 }, absent: {} } as const;
