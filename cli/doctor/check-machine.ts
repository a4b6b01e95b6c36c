import { createRequire } from "node:module";
import { join } from "node:path";
import { runPulumi } from "../pulumi/run-pulumi.ts";
import { checkVersion, requirements } from "./check-version.ts";
import { checkPulumiKind } from "./check-pulumi-kind.ts";
import { attempt, type Finding, skipped } from "./finding.ts";

/** Node, the Pulumi CLI on PATH and where it is from, and the SDK of the project in a folder. */
export async function checkMachine(cwd: string): Promise<Finding[]> {
  let kind: Finding[] = [];
  const cli = await attempt(requirements.pulumi.subject, async () => {
    const version = (await runPulumi(["version"], { cwd })).trim();
    kind = checkPulumiKind(process.env, version.replace(/^v/, ""));
    return checkVersion(requirements.pulumi, version);
  });
  return [checkVersion(requirements.node, process.versions.node), cli, ...kind, checkSdk(cwd)];
}

function checkSdk(cwd: string): Finding {
  const require = createRequire(join(cwd, "index.js"));
  try {
    const { version } = require("@pulumi/pulumi/package.json") as { version: string };
    return checkVersion(requirements.sdk, version);
  } catch {
    return skipped(requirements.sdk.subject, `not installed in ${cwd}, so no program can run there`);
  }
}
