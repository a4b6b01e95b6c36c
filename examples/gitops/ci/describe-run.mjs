// Says in Markdown what became of a run, from the events that `sourcepipeline run --json` printed.
//   node ci/describe-run.mjs shop-api-dev reports/run.jsonl
import { existsSync, readFileSync } from "node:fs";
import { argv, env, stdout } from "node:process";

/** The most tasks, and the most characters of a name and of a message: with these, a comment of GitHub's always fits. */
const most = { tasks: 50, name: 100, message: 2000 };

const marks = { success: "✅", failed: "❌", canceled: "🚫" };

const causes = { interrupt: "the job was cancelled", timeout: "its time was up" };

const [, , pipeline = "", file = ""] = argv;
const events = readEvents(file);
const last = events.at(-1);
const runId = events.findLast((event) => event.runId !== undefined)?.runId;
const [mark, sentence] = describe();
const link = env.RUN === undefined ? "" : ` [The job](${env.RUN}) has the log.`;
stdout.write(`### ${mark} Run of ${code(pipeline)}\n\n${sentence}${link}\n${taskTable()}`);

/** What happened last decides; a job that was killed leaves events without an end. */
function describe() {
  const run = runId === undefined ? "The run" : `Run ${code(runId)}`;
  switch (last?.event) {
    case "ended":
      return [marks[last.status] ?? "❔", `${run} ${ending(last)}.${failures(last.outcome)}`];
    case "left":
      return [
        "⚠️",
        `${run} may go on: ${causes[last.reason]}${last.isCanceling ? ", and its cancel was not seen to end" : ""}.`,
      ];
    case "error":
      return ["❌", `The command ended with an error:\n\n${fenced(last.message)}\n\n`];
    default:
      return runId === undefined
        ? ["❌", "No run was started; the log says why."]
        : ["⚠️", `${run} may go on: the job ended before it did.`];
  }
}

/** @example "failed after 2m 38s" */
function ending({ status, reason, outcome: { durationMs } }) {
  const words = { success: "succeeded", failed: "failed", canceled: "was canceled" };
  const after = durationMs === undefined ? "" : ` after ${duration(durationMs)}`;
  const because = status === "canceled" && reason !== undefined ? `, because ${causes[reason]}` : "";
  return `${words[status] ?? code(status)}${after}${because}`;
}

/** @example " Failed: `build` (SourceBuild result `86001`)." */
function failures({ tasks }) {
  const failed = Object.entries(tasks).filter(([, { status }]) => status === "failed");
  const named = failed.slice(0, 3).map(([name, { type, resultId }]) => {
    const result = resultId === undefined ? "" : ` (${[type, "result"].filter(Boolean).join(" ")} ${code(resultId)})`;
    return `${code(name)}${result}`;
  });
  return named.length === 0 ? "" : ` Failed: ${named.join(", ")}${failed.length > named.length ? " and others" : ""}.`;
}

/** Those that did not succeed come first. */
function taskTable() {
  const tasks = new Map();
  for (const { event, task, status, resultId } of events) if (event === "task") tasks.set(task, { status, resultId });
  for (const [task, outcome] of Object.entries(last?.outcome?.tasks ?? {})) tasks.set(task, outcome);
  if (tasks.size === 0) return "";
  const all = [...tasks].sort(([, one], [, other]) => (one.status === "success") - (other.status === "success"));
  const rows = all
    .slice(0, most.tasks)
    .map(([name, { status, resultId = "" }]) => `| ${code(name)} | ${code(status)} | ${code(resultId)} |`);
  const more = all.length > rows.length ? `\n${all.length - rows.length} more tasks are not shown.\n` : "";
  return `\n| task | status | result |\n| --- | --- | --- |\n${rows.join("\n")}\n${more}`;
}

function readEvents(path) {
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      // Nothing, or what a killed job had not written to its end.
      return [];
    }
  });
}

/** A text in one line that can neither end the code nor break a table. */
function code(text) {
  const line = cut(String(text).replaceAll(/\s+/g, " ").replaceAll("|", "\\|"), most.name);
  if (line.trim() === "") return "";
  const fence = "`".repeat(longestRun(line) + 1);
  return longestRun(line) === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

function fenced(text) {
  const shown = cut(text, most.message);
  const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}\n${shown}\n${fence}`;
}

function cut(text, length) {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join("")}…`;
}

function longestRun(text) {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** @example duration(158_000) // "2m 38s" */
function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const first = parts.findIndex((part) => part > 0);
  return parts
    .slice(first < 0 ? 2 : first)
    .map((part, index, shown) => `${part}${"hms".at(3 - shown.length + index)}`)
    .join(" ");
}
