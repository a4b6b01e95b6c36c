import { failed, type Finding, ok } from "./finding.ts";

/** What is needed of a tool, and where newer ones come from. */
export interface Requirement {
  readonly subject: string;
  readonly minimum: string;
  readonly remedy: string;
}

export const requirements = {
  node: { subject: "Node", minimum: "22.12.0", remedy: "Install a newer one from https://nodejs.org." },
  pulumi: {
    subject: "Pulumi CLI",
    // The first whose refresh says by its exit code that something differs.
    minimum: "3.227.0",
    remedy: "Install a newer one: https://www.pulumi.com/docs/install/.",
  },
  sdk: {
    subject: "@pulumi/pulumi",
    // The first that passes on the inputs that a read returns: without them a refresh sees no drift.
    minimum: "3.216.0",
    remedy: 'Run "npm install @pulumi/pulumi@latest" in the project.',
  },
} as const satisfies Record<string, Requirement>;

/**
 * Compares a version with the oldest that works.
 *
 * @example checkVersion(requirements.node, "v24.21.0") // { subject: "Node", state: "ok", text: "24.21.0" }
 */
export function checkVersion({ subject, minimum, remedy }: Requirement, version: string): Finding {
  const plain = version.trim().replace(/^v/, "");
  return isAtLeast(plain, minimum)
    ? ok(subject, plain)
    : failed(subject, `${plain} is older than ${minimum}. ${remedy}`);
}

function isAtLeast(version: string, minimum: string): boolean {
  const [one, other] = [version, minimum].map((text) => text.split(/[.+-]/).slice(0, 3).map(Number));
  const difference = (one ?? []).map((part, index) => part - (other?.[index] ?? 0)).find((part) => part !== 0);
  return difference === undefined || difference > 0;
}
