import { attempt, callAdmin } from "./admin.js";
import { byId } from "./element.js";
import { formatDuration, formatTime } from "./format.js";
/** @import { ClockView } from "../console-view.ts" */

/** The emulator's clock, and the buttons that move it. */
export function clockPanel() {
  const next = byId("next-schedule", HTMLButtonElement);
  /** @type {{ clock: ClockView, since: number } | undefined} */
  let shown;

  for (const button of document.querySelectorAll("button[data-advance]")) {
    const advanceMs = Number(button.getAttribute("data-advance"));
    button.addEventListener("click", () => move({ advanceMs }));
  }
  next.addEventListener("click", () => move({ set: new Date(shown?.clock.nextSchedule ?? 0).toISOString() }));

  /** Milliseconds since the epoch, as far as the page can compute it. */
  const now = () =>
    shown === undefined ? 0 : shown.clock.time + (performance.now() - shown.since) * shown.clock.speed;

  return {
    now,
    /** @param {ClockView} clock */
    update: (clock) => {
      if (shown?.clock !== clock) shown = { clock, since: performance.now() };
    },
    tick: () => {
      if (shown === undefined) return;
      const { nextSchedule, speed } = shown.clock;
      byId("time", HTMLTimeElement).textContent = formatTime(now());
      byId("speed", HTMLElement).textContent = speedWords(speed);
      next.disabled = nextSchedule === null;
      next.title = nextSchedule === null ? "No pipeline has a schedule." : formatTime(nextSchedule);
      next.textContent =
        nextSchedule === null
          ? "no schedule"
          : `to next schedule, in ${formatDuration(Math.max(nextSchedule - now(), 0))}`;
    },
  };
}

/** @param {number} speed */
const speedWords = (speed) => (speed === 0 ? "stands still" : speed === 1 ? "" : `${speed} times as fast`);

/** @param {{ advanceMs: number } | { set: string }} where */
const move = (where) =>
  attempt(async () => {
    const { time } = await callAdmin("POST", "/clock", where);
    return `It is ${formatTime(Date.parse(time))}.`;
  });
