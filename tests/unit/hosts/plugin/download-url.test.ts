import { expect } from "chai";
import { schemaPage } from "../../../../scripts/docs/schema-page.ts";

describe("the location that the plugin is downloaded from", () => {
  afterEach(() => {
    delete process.env["NCLOUD_PLUGIN_DOWNLOAD_URL"];
  });

  it("is in the schema where the build is told one, and nowhere else", () => {
    const read = () => JSON.parse(schemaPage()) as { pluginDownloadURL?: string };
    expect(read()).to.not.have.property("pluginDownloadURL");
    process.env["NCLOUD_PLUGIN_DOWNLOAD_URL"] = "https://example.com/plugins/v${VERSION}";
    expect(read().pluginDownloadURL).to.equal("https://example.com/plugins/v${VERSION}");
    process.env["NCLOUD_PLUGIN_DOWNLOAD_URL"] = "";
    expect(read()).to.not.have.property("pluginDownloadURL");
  });
});
