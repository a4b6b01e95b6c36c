// Writes SDKs of the packaged plugin from docs/plugin.schema.json into sdks/: `npm run sdks`, or `npm run sdks -- python go`.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { processContext } from "../tools/pulumi-cli/context.ts";
import { sdkLanguages, type SdkLanguage, writeSdk } from "./sdks/write-sdk.ts";
import { comparedLanguages, writeDigest } from "./sdks/digest.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !isLanguage(name));

if (unknown !== undefined) {
  console.error(`Unknown language "${unknown}". Existing: ${sdkLanguages.join(", ")}.`);
  process.exitCode = 1;
} else {
  for (const language of sdkLanguages.filter((name) => wanted.length === 0 || wanted.includes(name))) {
    const written = await writeSdk(language, join(root, "sdks"), processContext());
    if ("reason" in written) console.error(`The SDK of ${language} is not written: ${written.reason}.`);
    else console.log(`Wrote ${written.folder}.`);
    if ("folder" in written && comparedLanguages.some((name) => name === language)) await writeDigest(written.folder);
  }
}

function isLanguage(name: string): name is SdkLanguage {
  return (sdkLanguages as readonly string[]).includes(name);
}
