import { formatNumber } from "./format-cell.ts";
import type { Table } from "./report.ts";

const width = 720;
const height = 360;
const plot = { left: 60, right: 590, top: 50, bottom: 310 } as const;
/** Told apart by people who see few colours, on white. */
const colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#7a6400"] as const;
const leastLabelGap = 16;

/** A line of the picture: a command, and what a pipeline adds to it at each size. */
interface Line {
  name: string;
  color: string;
  points: { size: number; value: number }[];
}

/**
 * The growth table as an SVG picture: one line for each command. Flat lines say that a pipeline costs the same in
 * stacks of all sizes.
 */
export function growthPicture({ title, columns, rows }: Table): string {
  // The first row is the fixed cost of a stack of one; it has a scale of its own.
  const larger = rows.slice(1).map((row) => row.map(Number));
  const lines = columns.slice(1).map(({ head }, index): Line => ({
    name: head,
    color: colors[index % colors.length] ?? "#000",
    points: larger.map((row) => ({ size: row[0] ?? 0, value: row[index + 1] ?? 0 })),
  }));
  const sizes = larger.map(([size = 0]) => size);
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const scale = scaleOf(Math.max(...sizes), Math.min(0, ...values), Math.max(1, ...values));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${plot.left}" y="26" font-size="14">${title}</text>`,
    ...scale.ticks.map((tick) => gridLine(scale.y(tick), formatNumber(tick, 0))),
    ...sizes.map((size) => text(scale.x(size), plot.bottom + 20, String(size), "middle")),
    text((plot.left + plot.right) / 2, plot.bottom + 40, "pipelines in the stack", "middle"),
    ...lines.map((line) => polyline(line, scale)),
    ...labels(lines, scale),
    "</svg>\n",
  ].join("\n");
}

interface Scale {
  x: (size: number) => number;
  y: (value: number) => number;
  ticks: number[];
}

function scaleOf(largest: number, lowest: number, highest: number): Scale {
  const step = stepOf(highest - lowest);
  const from = Math.floor(lowest / step) * step;
  const to = Math.ceil(highest / step) * step;
  return {
    x: (size) => plot.left + (size / largest) * (plot.right - plot.left),
    y: (value) => plot.bottom - ((value - from) / (to - from)) * (plot.bottom - plot.top),
    ticks: Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step),
  };
}

/** 1, 2 or 5 times a power of ten, so that there are four to ten lines. */
function stepOf(range: number): number {
  const power = 10 ** Math.floor(Math.log10(range / 4));
  return power * (range / 4 / power >= 5 ? 5 : range / 4 / power >= 2 ? 2 : 1);
}

const gridLine = (y: number, label: string): string =>
  `<path d="M${plot.left} ${round(y)}H${plot.right}" stroke="#ddd"/>${text(plot.left - 8, y + 4, label, "end")}`;

function polyline({ color, points }: Line, { x, y }: Scale): string {
  const places = points.map(({ size, value }) => [round(x(size)), round(y(value))] as const);
  const dots = places.map(([left, top]) => `<circle cx="${left}" cy="${top}" r="3" fill="${color}"/>`).join("");
  return `<path d="M${places.map((place) => place.join(" ")).join("L")}" fill="none" stroke="${color}" stroke-width="2"/>${dots}`;
}

/** Names at the ends of the lines, moved apart where they would lie on each other. */
function labels(lines: readonly Line[], { y }: Scale): string[] {
  const ends = lines
    .map(({ name, color, points }) => ({ name, color, top: y(points.at(-1)?.value ?? 0) + 4 }))
    .sort((one, other) => one.top - other.top);
  let lowest = -Infinity;
  return ends.map(({ name, color, top }) => {
    lowest = Math.max(top, lowest + leastLabelGap);
    return text(plot.right + 12, lowest, name, "start", color);
  });
}

const text = (x: number, y: number, content: string, anchor: string, color = "#333"): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${color}">${content}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;
