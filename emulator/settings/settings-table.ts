/** What is known about one setting. */
export interface Setting<Value> {
  readonly default: Value;
  /** The allowed values in words, for messages and the manual. */
  readonly allowed: string;
  readonly accepts: (value: unknown) => boolean;
}

function oneOf<const Value extends string | number | boolean>(first: Value, ...others: Value[]): Setting<Value> {
  const values: readonly Value[] = [first, ...others];
  return { default: first, allowed: values.join(", "), accepts: (value) => values.includes(value as Value) };
}

const isAmount = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0;

const amount = (unit: string, initial = 0): Setting<number> => ({
  default: initial,
  allowed: `a number of ${unit} from 0`,
  accepts: isAmount,
});

const count = (unit: string): Setting<number> => ({
  default: 0,
  allowed: `a whole number of ${unit} from 0`,
  accepts: (value) => Number.isSafeInteger(value) && isAmount(value),
});

const amountOrNull = (unit: string): Setting<number | null> => ({
  default: null,
  allowed: `null or a number of ${unit} from 0`,
  accepts: (value) => value === null || isAmount(value),
});

const anyWhole = (unit: string): Setting<number> => ({
  default: 0,
  allowed: `a whole number of ${unit}, negative too`,
  accepts: Number.isSafeInteger,
});

/**
 * Where the service is not documented, the emulator can behave in each of the ways that are possible; the default comes
 * first. The numbers are rows of reference section 8.
 */
export const settingsTable = {
  /** 1: words of the status of runs and tasks. */
  statusWords: oneOf("default", "upper", "build"),
  /** 2: the answer about something that is not there, as HTTP status and code. */
  missing: oneOf("400-340404", "404-340404", "404-300", "400-string"),
  /** 3 */
  duplicateNames: oneOf("refused", "allowed"),
  /** 4 */
  runWhileRunning: oneOf("allowed", "refused"),
  /** 5: unit of `begin` and `end`. */
  timeUnit: oneOf("ms", "s"),
  /** 5: `end` of a run that goes on. */
  runningEnd: oneOf("null", "zero", "absent"),
  /** 6: what an edit without `trigger` or `description` does to them. */
  patchOmission: oneOf("keeps", "clears"),
  /** 7 */
  createStatus: oneOf(200, 201),
  /** 7 */
  deleteStatus: oneOf(200, 204),
  /** 8: `trigger` of a pipeline without any. */
  emptyTrigger: oneOf("lists", "object", "null", "absent"),
  /** 9 */
  order: oneOf("kept", "shuffled"),
  /** 10: 0 is off. */
  quotaPerSecond: amount("requests"),
  /** 10 */
  quotaCode: oneOf(410, 400, 420),
  /** 10: the header `Retry-After`. */
  quotaRetryAfter: amountOrNull("seconds"),
  /** 11: until creates, edits and deletes show in reads. */
  visibilityDelayMs: amount("milliseconds"),
  /** 12: graphs, zones and days that make no sense. */
  impossible: oneOf("refused", "accepted"),
  /** 13: what a task works on. */
  target: oneOf("resolved", "null", "absent"),
  /** 14: errors of the service come with status 200. */
  errorInsideOk: oneOf(false, true),
  /** 21: a list or a page has no more entries than this; 0 is off. */
  listCap: count("entries"),
  /** 23: the branches of a repository to which nothing was pushed yet. */
  emptyRepository: oneOf("none", "master"),
  errorCodeAs: oneOf("number", "string"),
  /** How long a task takes when no outcome rule says otherwise. */
  taskMs: amount("milliseconds", 5000),
  /** Added to the wall clock, for the signature window and the `Date` header. */
  clockOffsetMs: anyWhole("milliseconds"),
} as const satisfies Record<string, Setting<never> | Setting<unknown>>;

export type SettingName = keyof typeof settingsTable;

/** The value of each setting. */
export type Settings = {
  -readonly [Name in SettingName]: (typeof settingsTable)[Name] extends Setting<infer Value> ? Value : never;
};
