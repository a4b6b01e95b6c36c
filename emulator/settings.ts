/** One row of the table of settings. */
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
 * Where the service is not documented, the emulator can behave in every way that is possible; the default comes
 * first. The numbers are rows of reference section 8.
 */
export interface Settings {
  /** 1: words of the status of runs and tasks. */
  statusWords: "default" | "upper" | "build";
  /** 2: the response about something that does not exist, as HTTP status and code. */
  missing: "400-340404" | "404-340404" | "404-300" | "400-string";
  /** 3: a create with a name that is taken. */
  duplicateNames: "refused" | "allowed";
  /** 4: a run beside one in progress. */
  runWhileRunning: "allowed" | "refused";
  /** 5: unit of `begin` and `end`. */
  timeUnit: "ms" | "s";
  /** 5: `end` of a run that goes on. */
  runningEnd: "null" | "zero" | "absent";
  /** 6: what an edit without `trigger` or `description` does to them. */
  patchOmission: "keeps" | "clears";
  /** 7: HTTP status of a create. */
  createStatus: 200 | 201;
  /** 7: HTTP status of a delete. */
  deleteStatus: 200 | 204;
  /** 8: `trigger` of a pipeline without any. */
  emptyTrigger: "lists" | "object" | "null" | "absent";
  /** 9: order of lists, tasks, links and days. */
  order: "kept" | "shuffled";
  /** 10: requests per second in real time; 0 is off. */
  quotaPerSecond: number;
  /** 10: code of what is refused then. */
  quotaCode: 410 | 400 | 420;
  /** 10: seconds in the header `Retry-After`; null for none. */
  quotaRetryAfter: number | null;
  /** 11: milliseconds until creates, edits, deletes and runs show in reads. */
  visibilityDelayMs: number;
  /** 12: graphs, zones and days that make no sense. */
  impossible: "refused" | "accepted";
  /** 13: what a task works on. */
  target: "resolved" | "null" | "absent";
  /** 14: errors of the service come with status 200. */
  errorInsideOk: boolean;
  /** 21: a list or a page has no more entries than this; 0 is off. */
  listCap: number;
  /** 23: the branches of a repository to which nothing was pushed yet. */
  emptyRepository: "none" | "master";
  /** How deep an edit of a build project, a stage or a scenario is merged into what is there. */
  patchDepth: "deep" | "groups" | "whole";
  /** A delete of what something else names or holds. */
  deleteInUse: "allowed" | "refused";
  /** A delete of a deploy project with stages, or of a stage with scenarios. */
  deleteWithContent: "cascades" | "refused";
  /** What a stage calls a cluster. */
  clusterKey: "both" | "clusterNo" | "clusterUuid";
  /** Milliseconds until what is created in the related services shows in their reads. */
  relatedDelayMs: number;
  /** Whether lists of the related services wait for that, too. */
  relatedDelayIn: "all" | "details";
  /** Milliseconds for which a deleted name of a related service stays taken. */
  nameReleaseMs: number;
  /** A name of a deploy project, of a stage in it or of a scenario in that which is taken. */
  duplicateDeployNames: "refused" | "allowed";
  /** Minutes that a build may take unless its project says so. */
  defaultBuildTimeout: 60 | 5;
  /** What stands for what is not set in the related services. */
  unsetValues: "empty" | "null" | "absent";
  /** Whether a repository is found by its id where its name is expected. */
  repositoryByIdOrName: "both" | "name";
  /** Servers, groups, clusters, buckets and registries that the seed does not have. */
  unknownResources: "accepted" | "refused";
  /** How many configs the detail of a deployment has. */
  historyConfig: "object" | "list";
  /** How branches are listed by SourceDeploy. */
  deployBranches: "names" | "objects";
  /** Who may ask for the approval of a deployment. */
  approvalRequests: "anybody" | "subAccounts";
  /** Whether deployments that runs start wait for an approval. */
  runApproval: "none" | "required";
  /** Milliseconds that a build takes to save its artifact, at the end of its time. */
  uploadMs: number;
  /** How codes of the service are written. */
  errorCodeAs: "number" | "string";
  /** Milliseconds that a task takes when no outcome rule says otherwise. */
  taskMs: number;
  /** Milliseconds added to the wall clock, for the signature window and the `Date` header; negative too. */
  clockOffsetMs: number;
}

/** The name of a setting. */
export type SettingName = keyof Settings;

/** The allowed values of each setting, the default first. */
export const settingsTable: { readonly [Name in SettingName]: Setting<Settings[Name]> } = {
  statusWords: oneOf("default", "upper", "build"),
  missing: oneOf("400-340404", "404-340404", "404-300", "400-string"),
  duplicateNames: oneOf("refused", "allowed"),
  runWhileRunning: oneOf("allowed", "refused"),
  timeUnit: oneOf("ms", "s"),
  runningEnd: oneOf("null", "zero", "absent"),
  patchOmission: oneOf("keeps", "clears"),
  createStatus: oneOf(200, 201),
  deleteStatus: oneOf(200, 204),
  emptyTrigger: oneOf("lists", "object", "null", "absent"),
  order: oneOf("kept", "shuffled"),
  quotaPerSecond: amount("requests"),
  quotaCode: oneOf(410, 400, 420),
  quotaRetryAfter: amountOrNull("seconds"),
  visibilityDelayMs: amount("milliseconds"),
  impossible: oneOf("refused", "accepted"),
  target: oneOf("resolved", "null", "absent"),
  errorInsideOk: oneOf(false, true),
  listCap: count("entries"),
  emptyRepository: oneOf("none", "master"),
  patchDepth: oneOf("deep", "groups", "whole"),
  deleteInUse: oneOf("allowed", "refused"),
  deleteWithContent: oneOf("cascades", "refused"),
  clusterKey: oneOf("both", "clusterNo", "clusterUuid"),
  relatedDelayMs: amount("milliseconds"),
  relatedDelayIn: oneOf("all", "details"),
  nameReleaseMs: amount("milliseconds"),
  duplicateDeployNames: oneOf("refused", "allowed"),
  defaultBuildTimeout: oneOf(60, 5),
  unsetValues: oneOf("empty", "null", "absent"),
  repositoryByIdOrName: oneOf("both", "name"),
  unknownResources: oneOf("accepted", "refused"),
  historyConfig: oneOf("object", "list"),
  deployBranches: oneOf("names", "objects"),
  approvalRequests: oneOf("anybody", "subAccounts"),
  runApproval: oneOf("none", "required"),
  uploadMs: amount("milliseconds", 1000),
  errorCodeAs: oneOf("number", "string"),
  taskMs: amount("milliseconds", 5000),
  clockOffsetMs: anyWhole("milliseconds"),
};

const names = Object.keys(settingsTable) as SettingName[];

export function defaultSettings(): Settings {
  return Object.fromEntries(names.map((name) => [name, settingsTable[name].default])) as Partial<Settings> as Settings;
}

/**
 * The problems of a change of settings, none when it can be made. `null` resets a setting.
 *
 * @example settingProblems({ taskMs: "soon" }) // [{ name: "taskMs", message: "allowed is …, not \"soon\"" }]
 */
export function settingProblems(change: Readonly<Record<string, unknown>>): { name: string; message: string }[] {
  return Object.entries(change).flatMap(([name, value]) => {
    if (!isSettingName(name)) return [{ name, message: `no such setting. Existing: ${names.join(", ")}` }];
    const { accepts, allowed } = settingsTable[name];
    if (value === null || accepts(value)) return [];
    return [{ name, message: `allowed is ${allowed}, not ${JSON.stringify(value)}` }];
  });
}

/** The settings after a change without problems. */
export function changeSettings(settings: Settings, change: Readonly<Record<string, unknown>>): Settings {
  const changed = Object.entries(change).map(([name, value]) => [
    name,
    value ?? settingsTable[name as SettingName].default,
  ]);
  return { ...settings, ...(Object.fromEntries(changed) as Partial<Settings>) };
}

const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingsTable, name);
