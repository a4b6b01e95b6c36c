import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import { comparedLanguages, digestFile, digestOf } from "../../../scripts/sdks/digest.ts";
import { writeSdk } from "../../../scripts/sdks/write-sdk.ts";
import { processContext } from "../../../tools/pulumi-cli/context.ts";
import { ensurePulumi } from "../../../tools/pulumi-cli/ensure-pulumi.ts";
import { ensureLanguage } from "../../../tools/pulumi-languages/ensure-languages.ts";
import { runCommand } from "../support/run-command.ts";
import { repository } from "../support/sandbox.ts";
import { skipBecause } from "./support/skip-because.ts";

describe("the SDKs of other languages", function () {
  // Where nothing is built yet, the first one waits for the generator.
  this.timeout(600_000);

  for (const language of comparedLanguages) {
    it(`${language}: a fresh one is that of the committed digest; npm run sdks writes both`, async function () {
      const folder = mkdtempSync(join(tmpdir(), "sdks-"));
      try {
        const written = await writeSdk(language, folder, processContext());
        if ("reason" in written) skipBecause(this, written.reason);
        const committed = readFileSync(digestFile(join(repository, "sdks", language)), "utf8");
        expect(digestOf(written.folder)).to.equal(committed);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it(`${language}: pulumi package gen-sdk writes the same`, async function () {
      const host = await ensureLanguage(language);
      if ("reason" in host) skipBecause(this, host.reason);
      const folder = mkdtempSync(join(tmpdir(), "sdks-"));
      try {
        const PATH = [host.directory, await ensurePulumi(), process.env["PATH"]].join(delimiter);
        const words = ["package", "gen-sdk", "docs/plugin.schema.json", "--language", language, "--out", folder];
        const env = { ...process.env, PATH, PULUMI_SKIP_UPDATE_CHECK: "true" };
        const { code, output } = await runCommand("pulumi", words, { cwd: repository, env });
        expect(code, output).to.equal(0);
        // What makes a module of the SDK for Go is added by npm run sdks.
        const committed = readFileSync(digestFile(join(repository, "sdks", language)), "utf8");
        expect(digestOf(join(folder, language))).to.equal(committed.replace(/^.*\/go\.mod\n/m, ""));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
