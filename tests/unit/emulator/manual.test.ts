import { expect } from "chai";
import { readFileSync } from "node:fs";
import { adminRoutes } from "../../../emulator/admin/admin-routes.ts";
import { faultKinds } from "../../../emulator/faults/fault-rule.ts";
import { settingsTable } from "../../../emulator/settings.ts";
import { timeZones } from "../../../emulator/services/sourcepipeline/time-zones.ts";

const manual = readFileSync(new URL("../../../docs/emulator.md", import.meta.url), "utf8");

/** What stands in the first column of the tables of a chapter. */
function rowsOf(title: string): string[] {
  const [, chapter = ""] = manual.split(`# ${title}\n`);
  const [text = ""] = chapter.split(/^#+ /m);
  return [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name = ""]) => name);
}

describe("docs/emulator.md", () => {
  it("lists the admin routes, no more and no fewer", () => {
    expect(rowsOf("Admin routes")).to.deep.equal(adminRoutes.map(({ method, path }) => `${method} /_emulator${path}`));
  });

  it("lists the settings with their defaults, no more and no fewer", () => {
    expect(rowsOf("Settings")).to.deep.equal(Object.keys(settingsTable));
    for (const [name, setting] of Object.entries(settingsTable)) {
      expect(manual).to.match(new RegExp(`^\\| \`${name}\` +\\| ${String(setting.default)}\\b`, "m"));
    }
  });

  it("lists the kinds of faults", () => {
    expect(rowsOf("Faults")).to.deep.equal([...faultKinds]);
  });

  it("counts the time zones", () => {
    expect(manual).to.contain(`**Time zones**: ${timeZones.length} zones.`);
  });
});
