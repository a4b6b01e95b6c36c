import { drawn } from "./element.js";

/**
 * How each status is drawn, besides its colour, in a square of 14.
 *
 * @type {Readonly<Record<string, string>>}
 */
const shapes = {
  waiting: "M4 7h.01M7 7h.01M10 7h.01",
  inProgress: "M7 2a5 5 0 1 1-5 5",
  success: "M3 7.5l2.8 2.8L11 4.5",
  failed: "M4 4l6 6M10 4l-6 6",
  canceled: "M3.5 7h7",
};

/** @type {Readonly<Record<string, string>>} */
export const statusWords = {
  waiting: "waiting",
  inProgress: "in progress",
  success: "success",
  failed: "failed",
  canceled: "canceled",
};

/**
 * A small drawing of a status; `mark` of it shows another one.
 *
 * @param {Readonly<Record<string, unknown>>} [attributes]
 */
export function statusMark(attributes = {}) {
  const shape = drawn("path", {});
  const element = drawn(
    "svg",
    { class: "mark", width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true", ...attributes },
    shape,
  );
  return {
    element,
    /** @param {string} status */
    mark: (status) => {
      element.setAttribute("data-status", status);
      shape.setAttribute("d", shapes[status] ?? "");
    },
  };
}
