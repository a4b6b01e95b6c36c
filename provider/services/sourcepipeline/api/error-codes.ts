/**
 * Codes of SourcePipeline and its related services, numbers on the wire. SourcePipeline's own are assumed (reference
 * section 8, rows 2, 3, 4, 12 and 16).
 */
export const serviceErrors = {
  invalid: { code: 340400, message: "invalid request" },
  pipelineNotFound: { code: 340404, message: "pipeline not found" },
  duplicateName: { code: 340405, message: "pipeline name is already in use" },
  conflict: { code: 340409, message: "not possible in the present state" },
  repositoryNotFound: { code: 310404, message: "repository not found" },
  buildProjectNotFound: { code: 320404, message: "build project not found" },
  deployNotFound: { code: 330404, message: "deploy project or stage not found" },
} as const;

/**
 * Whether the service reports that a pipeline's name is taken (reference section 8, rows 3 and 22). Every other conflict
 * has another reason: a quota, a run in progress, a related service that is not subscribed.
 *
 * @param failure A `ServiceError`, or its code alone.
 * @example if (isServiceError(error) && isDuplicateName(error)) …
 */
export const isDuplicateName = ({ serviceCode }: { readonly serviceCode?: string | undefined }): boolean =>
  serviceCode === String(serviceErrors.duplicateName.code);
