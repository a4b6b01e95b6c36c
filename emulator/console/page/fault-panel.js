import { attempt, callAdmin } from "./admin.js";
import { byId, element } from "./element.js";
/** @import { FaultKind, FaultMoment, FaultRule } from "../../faults/fault-rule.ts" */

/** The rules that break responses, and the form that adds one. */
export function faultPanel() {
  const form = byId("add-fault", HTMLFormElement);
  offer(form, "kind", faultKinds);
  offer(form, "when", faultMoments);
  const kind = field(form, "kind");
  const showFields = () => {
    for (const label of form.querySelectorAll("[data-for]")) {
      /** @type {HTMLElement} */ (label).hidden = label.getAttribute("data-for") !== kind.value;
    }
  };
  kind.addEventListener("change", showFields);
  showFields();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void add(ruleOf(form));
  });
  const remove = byId("remove-faults", HTMLButtonElement);
  remove.addEventListener("click", () => attempt(removeAll));

  /** @type {readonly FaultRule[] | undefined} */
  let shown;

  return {
    /**
     * @param {readonly FaultRule[]} faults
     * @param {readonly string[]} operations
     */
    update: (faults, operations) => {
      if (field(form, "operation").childElementCount === 0) offer(form, "operation", operationChoices(operations));
      if (faults === shown) return;
      shown = faults;
      byId("fault-list", HTMLElement).replaceChildren(...faults.map(faultItem));
      byId("fault-count", HTMLElement).textContent = faults.length === 0 ? "" : String(faults.length);
      byId("fault-panel", HTMLElement).toggleAttribute("data-active", faults.some(isActive));
      byId("no-faults", HTMLElement).hidden = faults.length > 0;
      remove.hidden = faults.length === 0;
    },
  };
}

/** @param {FaultRule} rule */
const isActive = ({ times, fired }) => times === undefined || fired < times;

/** @param {FaultRule} rule */
function faultItem(rule) {
  const { operation, kind, when, status, delayMs, times, probability, fired } = rule;
  const what = [
    kind === "respond" ? `respond ${status ?? 500}` : kind,
    ...(delayMs === undefined ? [] : [`${delayMs} ms`]),
    `${when} the handler`,
    ...(probability === undefined ? [] : [`${Math.round(probability * 100)} % of the time`]),
  ].join(", ");
  return element(
    "li",
    { "data-active": String(isActive(rule)) },
    element("strong", {}, operation === "*" ? "every operation" : operation),
    element("span", {}, what),
    element("span", { class: "fired" }, times === undefined ? `fired ${fired} times` : `fired ${fired} of ${times}`),
  );
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const field = (form, name) => /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {readonly Choice<string>[]} choices
 */
const offer = (form, name, choices) =>
  field(form, name).replaceChildren(...choices.map(({ value, text }) => element("option", { value }, text)));

/** @param {HTMLFormElement} form */
function ruleOf(form) {
  const kind = field(form, "kind").value;
  /** @param {string} name */
  const number = (name) => (field(form, name).value === "" ? undefined : Number(field(form, name).value));
  return {
    operation: field(form, "operation").value,
    kind,
    when: field(form, "when").value,
    times: number("times"),
    ...(kind === "respond" && { status: number("status") }),
    ...(kind === "delay" && { delayMs: number("delayMs") }),
  };
}

/** @param {object} rule */
const add = (rule) =>
  attempt(async () => {
    await callAdmin("POST", "/faults", { rules: [rule] });
    return "The fault is active.";
  });

async function removeAll() {
  await callAdmin("DELETE", "/faults");
  return "All faults are removed.";
}

/**
 * @template {string} Value
 * @typedef {{ value: Value, text: string }} Choice
 */

/** @type {readonly Choice<FaultKind>[]} */
const faultKinds = [
  { value: "respond", text: "error response" },
  { value: "reset", text: "lost connection" },
  { value: "hang", text: "no response" },
  { value: "truncate", text: "half a response" },
  { value: "delay", text: "late response" },
];

/** @type {readonly Choice<FaultMoment>[]} */
const faultMoments = [
  { value: "before", text: "before it is done" },
  { value: "after", text: "after it is done" },
];

/**
 * @param {readonly string[]} names
 * @returns {readonly Choice<string>[]}
 */
const operationChoices = (names) => [
  { value: "*", text: "every operation" },
  ...names.map((value) => ({ value, text: value })),
];
