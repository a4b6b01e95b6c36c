import type { CanaryConfig, CanaryMetric } from "../../../provider/services/sourcedeploy/api/requests.ts";

/** What a canary asks for, by who judges it (reference section 5.3). */
const required: Readonly<Record<CanaryConfig["analysisType"], readonly (keyof CanaryConfig)[]>> = {
  manual: ["canaryCount", "timeout"],
  auto: ["canaryCount", "prometheus", "env", "metrics", "analysisConfig", "passScore"],
};

/** One sentence for each part that is missing. */
export function canaryProblems(canary: CanaryConfig): string[] {
  const absent = missing(canary, required[canary.analysisType], "config.canaryConfig");
  if (canary.analysisType === "manual") return absent;
  const { env, metrics, analysisConfig } = canary;
  return [
    ...absent,
    ...(env ? missing(env, ["baseline", "canary"], "config.canaryConfig.env") : []),
    ...(analysisConfig
      ? missing(analysisConfig, ["duration", "delay", "interval", "step"], "config.canaryConfig.analysisConfig")
      : []),
    ...(metrics ?? []).flatMap((metric, index) =>
      missing(metric, queryKeys[metric.queryType], `config.canaryConfig.metrics[${index}]`),
    ),
  ];
}

const queryKeys: Readonly<Record<CanaryMetric["queryType"], readonly (keyof CanaryMetric)[]>> = {
  default: ["metric", "filter"],
  promQL: ["query"],
};

const missing = <Part extends object>(part: Part, keys: readonly (keyof Part & string)[], at: string): string[] =>
  keys
    .filter((key) => part[key] === undefined || part[key] === null || isEmptyList(part[key]))
    .map((key) => `${at}.${key}: it is missing.`);

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
