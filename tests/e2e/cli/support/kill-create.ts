import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Sandbox } from "../../support/sandbox.ts";
import { serviceOf } from "../../support/service.ts";

/** Kills `pulumi up` while the response to the creation of a pipeline is on its way; the pipeline exists by then. */
export async function killDuringCreate({ emulator, folder, environment }: Sandbox): Promise<void> {
  const service = serviceOf(emulator);
  const before = (await service.pipelines()).length;
  const rule = { operation: "createProject", when: "after", kind: "delay", delayMs: 3_000, times: 1 };
  await service.admin("POST", "faults", { rules: [rule] });
  const words = ["up", "--yes", "--skip-preview", "--non-interactive"];
  const command = spawn("pulumi", words, { cwd: folder, env: environment, stdio: "ignore", detached: true });
  const ended = once(command, "exit");
  while ((await service.pipelines()).length === before) await new Promise((resolve) => setTimeout(resolve, 50));
  command.kill("SIGKILL");
  await ended;
}
