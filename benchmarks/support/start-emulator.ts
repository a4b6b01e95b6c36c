import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createAdminClient, type EmulatorAdmin, type Seed } from "../../emulator/index.ts";
import { repository } from "./repository.ts";

/** An emulator in a process of its own, as users start it, so that it takes no time of the process that measures. */
export interface EmulatorProcess extends AsyncDisposable {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly admin: EmulatorAdmin;
  readonly pid: number;
  /** From the start of the process to its line on standard output, in milliseconds. */
  readonly readyMs: number;
}

/**
 * Starts the built command, with a state file if told so. Its clock stands still unless told otherwise: no schedule fires
 * while something else is measured.
 */
export async function startEmulator(seed?: Seed, { keepsState = false, speed = 0 } = {}): Promise<EmulatorProcess> {
  const folder = mkdtempSync(join(tmpdir(), "sourcepipeline-"));
  const seedFile = join(folder, "seed.json");
  if (seed) writeFileSync(seedFile, JSON.stringify(seed));
  const words = [
    "emulator",
    "--port",
    "0",
    "--speed",
    String(speed),
    "--log",
    "silent",
    ...(seed ? ["--seed", seedFile] : []),
  ];
  if (keepsState) words.push("--state", join(folder, "state.json"));

  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(repository, "dist/cli/main.js"), ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const failed = ended.then(() => Promise.reject(new Error("The emulator did not start. Run: npm run build.")));
  failed.catch(() => undefined);
  const [line] = (await Promise.race([once(createInterface(child.stdout), "line"), failed])) as [string];
  const readyMs = performance.now() - startedAt;
  const { url, accessKey, secretKey } = JSON.parse(line) as Record<"url" | "accessKey" | "secretKey", string>;

  return {
    url,
    accessKey,
    secretKey,
    admin: createAdminClient(url),
    pid: child.pid ?? 0,
    readyMs,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** What makes programs and plugins use an emulator. */
export const serviceEnvironment = ({ url, accessKey, secretKey }: EmulatorProcess): Record<string, string> => ({
  NCLOUD_API_GW: url,
  NCLOUD_ACCESS_KEY: accessKey,
  NCLOUD_SECRET_KEY: secretKey,
});
