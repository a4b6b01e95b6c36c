import { failures, missingFailures, type FailureName, type FailureRow, type ServiceFailure } from "../failure.ts";
import type { Settings } from "../settings/settings-table.ts";
import { jsonAnswer, type Answer } from "./answer.ts";

/** The error envelope for a failure, in the form that the settings ask for (reference sections 1.5 and 8). */
export function failureAnswer({ failure, details, headers }: ServiceFailure, settings: Settings): Answer {
  const { status, code, message } = rowFor(failure, settings);
  const fromService = typeof failures[failure].code === "number";
  return jsonAnswer(
    fromService && settings.errorInsideOk ? 200 : status,
    errorEnvelope(settings.errorCodeAs === "string" ? String(code) : code, message, details),
    headers,
  );
}

/** The body of every error. */
export const errorEnvelope = (errorCode: string | number, message: string, details: string) => ({
  error: { errorCode, message, details },
});

function rowFor(failure: FailureName, { missing }: Settings): FailureRow {
  const row: FailureRow = failures[failure];
  return missingFailures.has(failure) ? missingForms[missing](row) : row;
}

const missingForms: Readonly<Record<Settings["missing"], (row: FailureRow) => FailureRow>> = {
  "400-340404": (row) => row,
  "404-340404": (row) => ({ ...row, status: 404 }),
  "404-300": () => failures.notFound,
  "400-string": (row) => ({ ...row, code: String(row.code) }),
};
