import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../support/repository.ts";

const packages = ["@pulumi/pulumi", "pulumi", "got", "zod"] as const;

/** Versions of what is measured: this package, its runtime, and what does most of the work. */
export function measuredVersions(): Record<string, string> {
  const own = versionIn(join(repository, "package.json"));
  const installed = packages.map((name) => [name, versionIn(join(repository, "node_modules", name, "package.json"))]);
  const entries = Object.fromEntries(installed) as Record<(typeof packages)[number], string>;
  const { pulumi, ...others } = entries;
  return { "pulumi-ncloud-sourcepipeline": own, node: process.versions.node, "Pulumi CLI": pulumi, ...others };
}

const versionIn = (path: string): string => (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
