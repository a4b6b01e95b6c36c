import { expect } from "chai";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (pattern: string): [file: string, text: string][] =>
  globSync(pattern, { cwd: root, exclude: (name) => name.includes("node_modules") })
    .filter((file) => !file.includes("node_modules"))
    .map((file) => [file, readFileSync(join(root, file), "utf8")]);

/** What the documentation, the messages and the examples have people type. */
const pages = [...read("*.md"), ...read("docs/*.md"), ...read("examples/**/*.md")];
const sources = [
  ...read("{cli,provider,sdk,emulator,scripts}/**/*.{ts,mjs,js,html}"),
  ...read("examples/**/*.{ts,yml,sh,json}"),
];

const withPackage = "npx -p pulumi-ncloud-sourcepipeline sourcepipeline";

describe("the command's name", () => {
  it("is nowhere given to npx without the package, whose name a stranger cannot take", () => {
    expect(pages.length).to.be.greaterThan(5);
    expect(sources.length).to.be.greaterThan(100);
    for (const [file, text] of [...pages, ...sources]) {
      const calls = text.match(/\b(npx|npm exec|pnpm dlx|yarn dlx|bunx)\b[^\n`"]*\bsourcepipeline\b/g) ?? [];
      for (const call of calls) expect(call.startsWith(withPackage), `${file}: ${call}`).to.equal(true);
    }
  });

  it("stands in messages with the package, too", () => {
    const words = "cancel|check|doctor|drift|emulator|example|export|graph|preview|runs?|watch";
    const bare = new RegExp(
      `^(?! *(/?\\*|//)).*(?<!npx -p pulumi-ncloud-sourcepipeline )\\bsourcepipeline (${words})\\b`,
    );
    const ours = sources.filter(([file]) => /^(cli|provider|sdk|emulator)\/.*\.ts$/.test(file));
    const found = ours.flatMap(([file, text]) =>
      text
        .split("\n")
        .filter((line) => bare.test(line))
        .map((line) => `${file}: ${line}`),
    );
    expect(found).to.deep.equal([]);
  });

  it("is called in one way in the shell blocks of all pages", () => {
    const lines = pages.flatMap(([file, text]) => shellLines(text).map((line) => [file, line] as const));
    const calls = lines.filter(([, line]) => /(^|\s)sourcepipeline( |$)/.test(line));
    expect(calls.length).to.be.greaterThan(5);
    for (const [file, line] of calls) {
      // What a command prints may name it in the middle.
      const whole = line.replace(/^\$ /, "");
      expect(whole.startsWith(withPackage) || whole.includes(`"${withPackage}`), `${file}: ${line}`).to.equal(true);
    }
  });
});

/** The lines of blocks without a language or with that of a shell. */
function shellLines(text: string): string[] {
  const shell = new Set(["", "sh", "console"]);
  let language: string | undefined;
  return text.split("\n").filter((line) => {
    const fence = /^```(\w*)$/.exec(line)?.[1];
    if (fence === undefined) return language !== undefined && shell.has(language);
    language = language === undefined ? fence : undefined;
    return false;
  });
}
