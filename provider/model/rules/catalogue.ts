/** The rules that a pipeline must keep. Codes are for ever: a code that is no longer used is not given away again. */
export const rules = {
  NCSP001: "no property that is not known",
  NCSP002: "every property has the right kind of value",
  NCSP003: "every required property is there",
  NCSP101: "a pipeline's name has 1 to 30 of A-Z a-z 0-9 _ -",
  NCSP102: "a description has at most 500 characters",
  NCSP103: "a pipeline has at least one task",
  NCSP104: "a task's name has 1 to 50 of A-Z a-z 0-9 _ -",
  NCSP105: "a task's type is one that the service knows",
  NCSP106: "an id is a positive whole number",
  NCSP201: "a schedule names days of the week",
  NCSP202: "a schedule's time is HH:mm, 24 hours",
  NCSP203: "a schedule names at least one day",
} as const;

export type RuleCode = keyof typeof rules;
