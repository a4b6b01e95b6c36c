const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/**
 * A time of the emulator's clock.
 *
 * @param {number} time milliseconds since the epoch
 * @returns {string} such as `Mon 2026-03-02 03:30:00 UTC`
 */
export function formatTime(time) {
  const iso = new Date(time).toISOString();
  return `${days[new Date(time).getUTCDay()]} ${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

/**
 * A time as short as possible: the day only where it is another one.
 *
 * @param {number} time milliseconds since the epoch
 * @param {number} now the emulator's present
 */
export function formatMoment(time, now) {
  const [moment, present] = [new Date(time).toISOString(), new Date(now).toISOString()];
  const clock = moment.slice(11, 19);
  return moment.slice(0, 10) === present.slice(0, 10) ? clock : `${moment.slice(5, 10)} ${clock}`;
}

/**
 * A length of time in its two largest units.
 *
 * @param {number} milliseconds
 * @returns {string} such as `1 h 5 min`
 */
export function formatDuration(milliseconds) {
  let rest = Math.max(Math.floor(milliseconds / 1000), 0);
  const parts = [];
  for (const { name, seconds } of units) {
    if (rest >= seconds) parts.push(`${Math.floor(rest / seconds)} ${name}`);
    rest %= seconds;
  }
  return parts.slice(0, 2).join(" ") || "0 s";
}

const units = [
  { name: "d", seconds: 86_400 },
  { name: "h", seconds: 3600 },
  { name: "min", seconds: 60 },
  { name: "s", seconds: 1 },
];

/**
 * A text cut to a number of characters.
 *
 * @param {string} text
 * @param {number} length
 */
export const shorten = (text, length) => {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
};
