/**
 * Lets a command go on when whoever reads what it prints has left, as `head` does: its exit code stays what it is. What
 * cannot be written for another reason, such as a full disk, is said once, and the command does not end with success.
 */
export function outliveReader({ stdout, stderr }: Pick<NodeJS.Process, "stdout" | "stderr">): void {
  for (const stream of [stdout, stderr]) {
    let isReported = false;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE" || isReported) return;
      isReported = true;
      if (stream === stdout) stderr.write(`What the command prints cannot be written: ${error.message}\n`);
      process.once("exit", (code) => (process.exitCode = code === 0 ? 1 : code));
    });
  }
}
