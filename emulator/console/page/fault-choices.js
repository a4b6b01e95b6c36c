/** @import { FaultKind, FaultMoment } from "../../faults/fault-rule.ts" */

/**
 * @template {string} Value
 * @typedef {{ value: Value, text: string }} Choice
 */

/** @type {readonly Choice<FaultKind>[]} */
export const faultKinds = [
  { value: "respond", text: "error answer" },
  { value: "reset", text: "lost connection" },
  { value: "hang", text: "no answer" },
  { value: "truncate", text: "half an answer" },
  { value: "delay", text: "late answer" },
];

/** @type {readonly Choice<FaultMoment>[]} */
export const faultMoments = [
  { value: "before", text: "before it is done" },
  { value: "after", text: "after it is done" },
];

/**
 * @param {readonly string[]} names
 * @returns {readonly Choice<string>[]}
 */
export const operationChoices = (names) => [
  { value: "*", text: "every operation" },
  ...names.map((value) => ({ value, text: value })),
];
