import { readdirSync, readFileSync } from "node:fs";

/** Ids of the processes of our plugin that commands of a folder have started, as far as the system tells. */
export const pluginProcesses = (folder: string): string[] =>
  readdirSync("/proc").filter((id) => /^\d+$/.test(id) && isPlugin(id, folder));

function isPlugin(id: string, folder: string): boolean {
  try {
    const command = readFileSync(`/proc/${id}/cmdline`, "utf8");
    return command.includes("pulumi-resource-ncloud") && readFileSync(`/proc/${id}/environ`, "utf8").includes(folder);
  } catch {
    return false;
  }
}
