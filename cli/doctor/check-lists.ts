import type { Account } from "../account/connect-account.ts";
import { messageOf } from "../output/text.ts";
import { failed, type CheckResult, ok, skipped } from "./check-result.ts";

type Lists = Account["lists"];

/** The lists in which names are looked up; each needs a permission of its own. */
const lists: readonly { subject: string; read: (lists: Lists) => Promise<number | undefined> }[] = [
  { subject: "pipelines", read: async (from) => (await from.pipelines.all()).length },
  { subject: "time zones", read: async (from) => (await from.timeZones.all()).length },
  { subject: "repositories", read: async (from) => (await from.repositories.all()).length },
  { subject: "branches", read: branches },
  { subject: "build projects", read: async (from) => (await from.buildProjects.all()).length },
  { subject: "deploy projects", read: async (from) => (await from.deployProjects.all()).length },
  { subject: "stages", read: async (from) => (await stages(from))?.length },
  { subject: "scenarios", read: scenarios },
];

/** Reads each list once. What fails all of them, such as a wrong key, is reported once. */
export async function checkLists(account: Pick<Account, "lists">): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { subject, read } of lists) {
    try {
      const count = await read(account.lists);
      results.push(count === undefined ? skipped(subject, "there is nothing to look into") : ok(subject, `${count}`));
    } catch (error) {
      results.push(failed(subject, messageOf(error)));
      if (!isOfOneList(error)) return [...results, skipped("other lists", "not tried, because of this")];
    }
  }
  return results;
}

/** Whether a failure says nothing about the next list. */
const isOfOneList = (error: unknown): boolean =>
  ["permission", "notFound", "server", "unexpectedResponse"].includes((error as { category?: string }).category ?? "");

async function branches(from: Lists): Promise<number | undefined> {
  const [repository] = await from.repositories.all().catch(() => []);
  return repository && (await from.branches(repository.name).all()).length;
}

async function stages(from: Lists) {
  const [project] = await from.deployProjects.all().catch(() => []);
  const found = project && (await from.deployStages(project.id).all());
  return project && found?.map(({ id }) => ({ id, projectId: project.id }));
}

async function scenarios(from: Lists): Promise<number | undefined> {
  const [stage] = (await stages(from).catch(() => [])) ?? [];
  return stage && (await from.deployScenarios(stage.projectId, stage.id).all()).length;
}
