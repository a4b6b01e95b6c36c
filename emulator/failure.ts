import { gatewayErrors } from "../provider/core/http/error-codes.ts";
import { serviceErrors as buildErrors } from "../provider/services/sourcebuild/api/error-codes.ts";
import { serviceErrors as repositoryErrors } from "../provider/services/sourcecommit/api/error-codes.ts";
import { serviceErrors as deployErrors } from "../provider/services/sourcedeploy/api/error-codes.ts";
import { serviceErrors } from "../provider/services/sourcepipeline/api/error-codes.ts";

/** One row of the table of failures: what the response holds instead of a result. */
export interface FailureRow {
  readonly status: number;
  /** A string from the gateway, a number from the services behind it. */
  readonly code: string | number;
  readonly message: string;
}

const fromService = (row: { code: number; message: string }) => ({ status: 400, ...row });

/** Everything that can go wrong (reference section 1.6, and section 8 rows 2, 3, 4, 12, 16 and 17). */
export const failures = {
  ...gatewayErrors,
  invalid: fromService(serviceErrors.invalid),
  pipelineMissing: fromService(serviceErrors.pipelineNotFound),
  runMissing: fromService({ ...serviceErrors.pipelineNotFound, message: "history not found" }),
  duplicateName: fromService(serviceErrors.duplicateName),
  conflict: fromService(serviceErrors.conflict),
  repositoryInvalid: fromService(repositoryErrors.invalid),
  repositoryMissing: fromService(repositoryErrors.repositoryNotFound),
  repositoryDuplicate: fromService(repositoryErrors.duplicateName),
  repositoryConflict: fromService(repositoryErrors.conflict),
  buildInvalid: fromService(buildErrors.invalid),
  buildProjectMissing: fromService(buildErrors.projectNotFound),
  buildDuplicate: fromService(buildErrors.duplicateName),
  buildConflict: fromService(buildErrors.conflict),
  buildRepositoryUnresolved: fromService(buildErrors.repositoryUnresolved),
  deployInvalid: fromService(deployErrors.invalid),
  deployMissing: fromService(deployErrors.notFound),
  deployDuplicate: fromService(deployErrors.duplicateName),
  deployConflict: fromService(deployErrors.conflict),
  deployWrongShape: fromService(deployErrors.wrongShape),
} as const satisfies Record<string, FailureRow>;

export type FailureName = keyof typeof failures;

/** Failures whose response the setting `missing` can change. */
export const missingFailures: ReadonlySet<FailureName> = new Set<FailureName>([
  "pipelineMissing",
  "runMissing",
  "repositoryMissing",
  "buildProjectMissing",
  "deployMissing",
]);

/** Thrown by middleware and handlers; the response is written from the row of the table that it names. */
export class ServiceFailure extends Error {
  override readonly name = "ServiceFailure";
  readonly failure: FailureName;
  /** Text for `error.details`, never with a secret. */
  readonly details: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(failure: FailureName, details = "", headers: Readonly<Record<string, string>> = {}) {
    super(`${failures[failure].message}: ${details}`);
    this.failure = failure;
    this.details = details;
    this.headers = headers;
  }
}

/** More problems than this are counted, not listed. */
const limit = 10;

/** Problems as one text for `error.details`. */
export const sentences = (problems: readonly string[]): string =>
  [...problems.slice(0, limit), ...(problems.length > limit ? [`And ${problems.length - limit} more.`] : [])].join(" ");
