/**
 * Where the engine downloads the plugin from: a setting of the build, `NCLOUD_PLUGIN_DOWNLOAD_URL`, which the bundle
 * keeps. Without one the engine looks where it is told to, and never on the internet for us.
 *
 * @example "https://example.com/plugins/v${VERSION}"
 */
export const pluginDownloadURL = (): string | undefined => process.env["NCLOUD_PLUGIN_DOWNLOAD_URL"] || undefined;
