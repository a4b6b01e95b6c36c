import { element } from "./element.js";
/** @import { SignatureProblem } from "../../http/check-signature.ts" */

/**
 * Why a signature was refused: the text that was signed here, with the byte that differs, and both signatures.
 *
 * @param {SignatureProblem} problem
 */
export function signatureProblem({ reason, expected, received, stringToSign, differsAt }) {
  return element(
    "div",
    { class: "problem" },
    element("p", {}, reason),
    element(
      "dl",
      {},
      ...(stringToSign === null
        ? []
        : row("Signed here", ...markedText(stringToSign, byteToIndex(stringToSign, differsAt)))),
      ...row("Expected", ...markedText(expected ?? "none: the key does not exist", difference(expected, received))),
      ...row("Received", ...markedText(received ?? "none", difference(received, expected))),
    ),
  );
}

/**
 * @param {string} term
 * @param {...(Node | string)} content
 */
const row = (term, ...content) => [
  element("dt", {}, term),
  element("dd", {}, element("pre", { tabindex: 0 }, ...content)),
];

/**
 * A text with line ends that can be seen and one character marked.
 *
 * @param {string} text
 * @param {number | undefined} index of the character, its length for one that is missing at the end
 * @returns {(Node | string)[]}
 */
function markedText(text, index) {
  const visible = (/** @type {string} */ part) => part.replaceAll("\n", "↵\n");
  if (index === undefined) return [visible(text)];
  const marked = String.fromCodePoint(text.codePointAt(index) ?? 0x20);
  return [
    visible(text.slice(0, index)),
    element("mark", { title: "differs from here on" }, visible(marked)),
    visible(text.slice(index + marked.length)),
  ];
}

/**
 * @param {string} text
 * @param {number | undefined} byte of its UTF-8 form
 */
const byteToIndex = (text, byte) =>
  byte === undefined ? undefined : new TextDecoder().decode(new TextEncoder().encode(text).slice(0, byte)).length;

/**
 * Index of the first character in which two texts differ; undefined when one is missing or they are equal.
 *
 * @param {string | null} text
 * @param {string | null} other
 */
function difference(text, other) {
  if (text === null || other === null || text === other) return undefined;
  const index = [...text].findIndex((character, position) => character !== other[position]);
  return index === -1 ? text.length : index;
}
