import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { packageName } from "../../provider/hosts/plugin/package-name.ts";
import { findPlugin, holdsLauncher, projectFile } from "../../provider/hosts/shared/find-plugin.ts";
import { stackConfiguration } from "../pulumi/read-stack.ts";
import type { Project } from "../pulumi/run-pulumi.ts";
import { attempt, type CheckResult, failed, ok } from "./check-result.ts";
import { checkVersion, requirements } from "./check-machine.ts";

/**
 * Where the packaged plugin is, and which Node runs it; nothing where neither the stack's configuration (`ncloud:host`)
 * nor the project's file asks for it.
 *
 * @param stack whose configuration is read; undefined for none
 */
export async function checkPlugin(cwd: string, stack: Project | undefined): Promise<CheckResult[]> {
  const project = projectFile(cwd);
  const found = findPlugin(project);
  if (found?.by !== "Pulumi.yaml" && !(stack && (await asksForPlugin(stack)))) return [];
  return [
    describePlugin(found, project),
    // The engine starts the launcher, and its first line the first node on PATH.
    await attempt(nodeSubject, async () => {
      const { stdout } = await promisify(execFile)("node", ["--version"], { cwd });
      return checkVersion({ ...requirements.node, subject: nodeSubject }, stdout);
    }),
  ];
}

const pluginSubject = `plugin ${packageName}`;
const nodeSubject = "Node of the plugin";

/** What a search for the plugin came to. */
export function describePlugin(found: ReturnType<typeof findPlugin>, project: string | undefined): CheckResult {
  if (found === undefined) {
    const entry = `plugins: { providers: [{ name: ${packageName}, path: node_modules/pulumi-ncloud-sourcepipeline/bin }] }`;
    return failed(pluginSubject, `not found. Add to ${project ?? "Pulumi.yaml"}: ${entry}`);
  }
  const { by, folder } = found;
  if (by !== "Pulumi.yaml" || holdsLauncher(folder))
    return ok(pluginSubject, folder === "" ? by : `${folder}, by ${by}`);
  const hint = `Run "npm install" in the project, or correct the path.`;
  return failed(pluginSubject, `${project ?? by} names ${folder}, where no pulumi-resource-${packageName} is. ${hint}`);
}

/** A configuration that cannot be read has a line of its own. */
const asksForPlugin = (stack: Project): Promise<boolean> =>
  stackConfiguration(stack).then(
    (configuration) => configuration.get("ncloud:host") === "plugin",
    () => false,
  );
