import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where words are chosen: code, messages, documentation, and the names of files. */
const places = [
  "README.md",
  "benchmarks",
  "cli",
  "docs",
  "emulator",
  "examples",
  "provider",
  "scripts",
  "sdk",
  "tests",
  "tools",
] as const;

/** What an earlier version called things, and what they are called; only words that mean nothing else here. */
const words: readonly { readonly former: RegExp; readonly now: string }[] = [
  { former: /\bremed(y|ies)/i, now: "hint" },
  { former: /\b(in a circle|circles? of (tasks|pipelines)|circular)\b/i, now: "cycle" },
  { former: /\bknots?\b/i, now: "strongly connected component" },
  { former: /\bweather\b/i, now: "fault profile" },
  { former: /\bsiblings?\b/i, now: "related services" },
  { former: /\btime stamps?\b/i, now: "timestamp" },
  { former: /\b(small|capital) letters\b/i, now: "lowercase, uppercase" },
  { former: /\byes or no\b/i, now: "boolean" },
  { former: /\bsettleCreate\b|settle-create/, now: "reconcileCreate" },
  { former: /\baccountMark\b/, now: "accessKeyFingerprint" },
  { former: /\b(KnownState|KnownInputs|knownState|knownInputs)\b/, now: "prior" },
  { former: /\bsound[ -]programs?\b/i, now: "what a program's mistakes are gathered in" },
  { former: /\bThis property is not known\b|\bis not a text\b/, now: "the messages of the glossary" },
];

/** Texts that were recorded, or transcribed, and this list. */
const isRecorded = (path: string): boolean =>
  /(^|\/)(node_modules|fixtures|bin)(\/|$)|performance\.json$|glossary\.test\.ts$/.test(path);

const kinds = new Set([".ts", ".js", ".mjs", ".md", ".css", ".html", ".sh", ".yml", ".yaml", ".json"]);

function filesBelow(path: string): string[] {
  if (isRecorded(path)) return [];
  if (!statSync(join(root, path)).isDirectory()) return kinds.has(extname(path)) ? [path] : [];
  return readdirSync(join(root, path)).flatMap((name) => filesBelow(join(path, name)));
}

describe("the glossary", () => {
  const lines = places.flatMap(filesBelow).flatMap((path) => [
    { at: path, text: path },
    ...readFileSync(join(root, path), "utf8")
      .split("\n")
      .map((text, index) => ({ at: `${path}:${String(index + 1)}`, text })),
  ]);

  for (const { former, now } of words) {
    it(`has "${now}" for what nothing calls ${String(former)} any more`, () => {
      const found = lines.filter(({ text }) => former.test(text)).map(({ at, text }) => `${at}: ${text.trim()}`);
      expect(found).to.deep.equal([]);
    });
  }
});
