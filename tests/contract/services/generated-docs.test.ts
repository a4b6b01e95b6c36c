import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { documentedServices } from "../../../scripts/docs/documented-services.ts";
import { pages, renderPage } from "../../../scripts/docs/pages.ts";

const root = new URL("../../../", import.meta.url);

describe("the pages that are written from the code", function () {
  // Compiling what the pages are made of takes seconds on a busy machine.
  this.timeout(60_000);
  for (const page of pages) {
    it(`${page.path} is up to date`, async () => {
      const stale = `${page.path} does not say what ${page.source} says. Run \`npm run docs\` and commit the page.`;
      expect(await readFile(new URL(page.path, root), "utf8"), stale).to.equal(await renderPage(page));
    });

    it(`${page.path} is the same whenever it is written`, async () => {
      expect(await renderPage(page)).to.equal(await renderPage(page));
    });
  }

  for (const { title, prefix, operations, types } of documentedServices) {
    it(`docs/operations.md has every operation of ${title} with its request line, its method of the client and the vendor's page`, async () => {
      const text = await readFile(new URL("docs/operations.md", root), "utf8");
      for (const [name, { method, path, page }] of Object.entries(operations)) {
        const section = text.split(`\n## ${prefix}${name}\n`)[1]?.split("\n## ")[0];
        expect(section, name).to.include(`\n${types.holder}.${name}(request: {`);
        expect(section, name).to.include(`\n${method} /api/v1${path}\n`).and.to.include(`/${page})`);
      }
    });
  }
});
