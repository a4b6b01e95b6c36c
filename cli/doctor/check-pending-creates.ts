import type { StackAccounts } from "../account/stack-accounts.ts";
import { describePendingCreate } from "../drift/describe-pending-create.ts";
import { findPendingCreates } from "../drift/find-pending-creates.ts";
import { managedPipelinesOf } from "../pulumi/managed-pipelines.ts";
import type { StackDeployment } from "../pulumi/stack-deployment.ts";
import { failed, type Finding, ok } from "./finding.ts";

/** A line for each create of a stack that was interrupted: something is to be done about every one of them. */
export async function checkPendingCreates(own: StackDeployment, connect: StackAccounts): Promise<Finding[]> {
  const notes: string[] = [];
  const ports = { managed: managedPipelinesOf(own), connect, note: (text: string) => void notes.push(text) };
  const pending = await findPendingCreates(own.pendingCreates, ports);
  if (pending.length === 0) return [ok(subject, "none")];
  return [
    ...pending.map((create) =>
      failed(subject, `"${create.name || create.resource}": ${describePendingCreate(create)}`),
    ),
    ...notes.map((note) => failed(subject, note)),
  ];
}

const subject = "interrupted creates";
