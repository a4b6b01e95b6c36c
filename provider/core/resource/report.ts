/**
 * How a message is shown: a passing line of what is being waited for, a line that stays, a line that counts as a
 * warning.
 */
type Level = "info" | "note" | "warning";

/** Shows a message to the user, on the row of a resource where one is named. */
export type Report = (level: Level, message: string, urn?: string) => void;
