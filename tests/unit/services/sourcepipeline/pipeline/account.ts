import type { AskForList } from "../../../../../provider/services/sourcepipeline/pipeline/references/gather-lists.ts";
import type {
  ListItem,
  ListRequest,
} from "../../../../../provider/services/sourcepipeline/pipeline/references/reference.ts";

const source = (branch: string | undefined, repository: string) => ({ type: "SourceCommit", repository, branch });
const artifact = { type: "SourceBuild", target: { projectName: "shop-api" } };

/** The account of the examples: what the service lists, by request. */
const account: Readonly<Record<string, readonly ListItem[]>> = {
  timeZones: [{ name: "Asia/Seoul (UTC+09:00)" }, { name: "America/New_York (UTC-05:00)" }],
  pipelines: [
    { id: 2001, name: "shop" },
    { id: 2002, name: "base" },
  ],
  repositories: [{ name: "shop-api" }, { name: "shop-web" }, { name: "fresh" }],
  "branches shop-api": [{ name: "main" }, { name: "develop" }],
  "branches shop-web": [{ name: "main" }],
  // Nothing was pushed there yet.
  "branches fresh": [],
  buildProjects: [
    { id: 20632, name: "shop-api", source: source("main", "shop-api") },
    { id: 20633, name: "shop-web", source: source("main", "shop-web") },
    { id: 20634, name: "mobile", source: { type: "GitHub", repository: "shop/mobile", branch: "main" } },
    { id: 20635, name: "bare" },
    { id: 20636, name: "fresh", source: source("main", "fresh") },
  ],
  deployProjects: [{ id: 12920, name: "shop" }],
  "deployStages 12920": [
    { id: 14146, name: "dev" },
    { id: 14147, name: "prod" },
  ],
  "deployScenarios 12920 14146": [{ id: 21001, name: "rolling", source: artifact }],
  "deployScenarios 12920 14147": [
    { id: 21003, name: "rolling", source: artifact },
    { id: 21005, name: "manifests", source: { type: "KubernetesService" } },
  ],
};

/** An account that notes what it is asked for, and refuses the lists that are named. */
export function fakeAccount(refused: Partial<Record<ListRequest["list"], string>> = {}): {
  ask: AskForList;
  asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    ask: async (request) => {
      const key = Object.values(request).join(" ");
      asked.push(key);
      const reason = refused[request.list];
      if (reason !== undefined) throw new Error(reason);
      const list = account[key];
      if (list === undefined) throw new Error(`Nobody should ask for ${key}.`);
      return list;
    },
  };
}
