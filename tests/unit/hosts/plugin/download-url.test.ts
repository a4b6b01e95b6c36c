import { expect } from "chai";
import { schemaPage } from "../../../../scripts/docs/schema-page.ts";

const variable = "NCLOUD_PLUGIN_DOWNLOAD_URL";

describe("the location that the plugin is downloaded from", () => {
  afterEach(() => {
    delete process.env[variable];
  });

  it("is in the schema where the build is told one, and nowhere else", () => {
    const read = () => JSON.parse(schemaPage()) as { pluginDownloadURL?: string };
    expect(read()).to.not.have.property("pluginDownloadURL");
    process.env[variable] = "https://example.com/plugins/v${VERSION}";
    expect(read().pluginDownloadURL).to.equal("https://example.com/plugins/v${VERSION}");
    process.env[variable] = "";
    expect(read()).to.not.have.property("pluginDownloadURL");
  });
});
