import { describeHappening } from "./describe-happening.ts";
import type { Drawing, drawProgress } from "./draw-progress.ts";
import { type RunHappening, runEvent, type RunSubject } from "./run-events.ts";
import { noProgress, reduceProgress, type RunProgress } from "./run-progress.ts";

/** Shows what happens while a run is followed. */
export interface RunView {
  readonly show: (happening: RunHappening) => void;
  /** What is known so far. */
  readonly progress: () => RunProgress;
  /** Leaves the terminal as it was. */
  readonly close: () => void;
}

/** How what happens is shown: a picture that is drawn over, a line each, or JSON. */
export type ViewKind = "live" | "plain" | "json";

/** Where a view writes. */
export type Output = Pick<NodeJS.WriteStream, "write" | "isTTY" | "rows">;

/**
 * Which view suits: JSON when it is asked for, a picture in a terminal that can show one, else lines.
 *
 * @example chooseView(undefined, process.stdout, process.env)
 */
export function chooseView(
  json: boolean | undefined,
  { isTTY, rows }: Omit<Output, "write">,
  environment: NodeJS.ProcessEnv,
): ViewKind {
  if (json === true) return "json";
  const { NO_COLOR: noColor = "", CI: ci = "", TERM: terminal } = environment;
  // A terminal that nobody gave a size has none.
  const canDraw = isTTY && rows > 0 && terminal !== "dumb";
  return canDraw && noColor === "" && ci === "" ? "live" : "plain";
}

/** Opens a view; the library that draws is loaded for a picture alone. */
export async function openView(
  kind: ViewKind,
  subject: RunSubject,
  { output, errors }: { output: NodeJS.WriteStream; errors: Pick<Output, "write"> },
  now: () => number,
): Promise<RunView> {
  let progress = noProgress;
  const line = (happening: RunHappening): void => {
    const text = describeHappening(happening, subject, progress);
    if (text !== undefined) (isFailure(happening) ? errors : output).write(`${text}\n`);
  };
  const asJson = (happening: RunHappening): void => {
    output.write(`${JSON.stringify(runEvent(happening, subject, now()))}\n`);
    if (happening.event === "error") line(happening);
  };
  const drawing = kind === "live" ? await draw(output, () => progress, subject, now) : undefined;
  const picture = (happening: RunHappening): void => {
    if (!isLast(happening)) return drawing?.update();
    drawing?.end();
    line(happening);
  };
  const show = { plain: line, json: asJson, live: picture }[kind];
  return {
    show: (happening) => {
      progress = reduceProgress(progress, happening, now());
      show(happening);
    },
    progress: () => progress,
    close: () => drawing?.end(),
  };
}

async function draw(...[output, progress, subject, now]: Parameters<typeof drawProgress>): Promise<Drawing> {
  const { drawProgress } = await import("./draw-progress.ts");
  return drawProgress(output, progress, subject, now);
}

/** A failure is what standard error is for. */
const isFailure = (happening: RunHappening): boolean =>
  happening.event === "error" || (happening.event === "ended" && happening.status === "failed");

/** What stands below the last picture. */
const isLast = ({ event }: RunHappening): boolean => event === "ended" || event === "left" || event === "error";
