import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { comparedLanguages, digestFile, digestOf } from "../../../scripts/sdks/digest.ts";
import { writeSdk } from "../../../scripts/sdks/write-sdk.ts";
import { processContext } from "../../../tools/pulumi-cli/context.ts";
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
  }
});
