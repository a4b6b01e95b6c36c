import type { Client } from "../provider/services/sourcepipeline/api/client.ts";
import { drawTasks } from "./draw-tasks.ts";

/** A table of the pipelines that exist, and a drawing of each one's tasks, as text. */
export async function showPipelines(client: Pick<Client, "getProjects" | "getProject">): Promise<string> {
  const { projectList } = await client.getProjects({});
  if (projectList.length === 0) return "There are no pipelines.";
  const projects = await Promise.all(projectList.map(({ id }) => client.getProject({ projectId: id })));

  const rows = projects.map(({ id, name, tasks, description }) => [
    String(id),
    name,
    String(tasks.length),
    description,
  ]);
  const drawings = projects.map(({ name, tasks }) => [name, ...drawTasks(tasks).map((line) => `  ${line}`)].join("\n"));
  return [table(["ID", "NAME", "TASKS", "DESCRIPTION"], rows), ...drawings].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}
