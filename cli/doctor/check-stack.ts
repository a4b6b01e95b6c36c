import { stackAccounts, type StackAccounts } from "../account/stack-accounts.ts";
import { describePendingCreate, findPendingCreates } from "../drift/pending-creates.ts";
import { messageOf } from "../output/text.ts";
import { type StackDeployment, stackDeployment } from "../pulumi/read-stack.ts";
import type { Project } from "../pulumi/run-pulumi.ts";
import { managedPipelinesOf } from "../pulumi/stack-pipeline.ts";
import { type CheckResult, failed, ok } from "./check-result.ts";

/** What is left to do in a stack itself. */
export async function checkStack(project: Project): Promise<CheckResult[]> {
  try {
    return await checkPendingCreates(await stackDeployment(project), stackAccounts(project));
  } catch (error) {
    return [failed("state of the stack", messageOf(error))];
  }
}

/** A line for each create of a stack that was interrupted: something is to be done about every one of them. */
async function checkPendingCreates(own: StackDeployment, connect: StackAccounts): Promise<CheckResult[]> {
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
