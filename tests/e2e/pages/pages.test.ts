import { expect } from "chai";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator, type Emulator, sampleSeed, type Seed } from "../../../emulator/index.ts";
import { ensurePulumi } from "../../../tools/pulumi-cli/ensure-pulumi.ts";
import { runCommand } from "../support/run-command.ts";
import { repository } from "../support/sandbox.ts";
import { serviceOf } from "../support/service.ts";
import { createReader, type Reader } from "./reader.ts";
import { type Registry, startRegistry } from "./registry.ts";
import { shellBlocks } from "./shell-blocks.ts";

/** What a page takes for granted, and what happens in the meantime. */
interface Page {
  readonly file: string;
  /** What the account of its reader holds, for which the emulator stands; a reader without an account has none. */
  readonly account?: () => Seed;
  /** What somebody else does before a block that holds a text. */
  readonly meanwhile?: readonly { readonly before: string; readonly does: (emulator: Emulator) => Promise<void> }[];
  /** What holds in the end. */
  readonly then: (reader: Reader, emulator: Emulator) => Promise<void>;
}

const pipelineNames = async (emulator: Emulator): Promise<string[]> =>
  (await serviceOf(emulator).pipelines()).map(({ name }) => name).sort();

/** Two pipelines as they are in the console. */
const clickedTogether = ["shop-api", "shop-web"].map((name, index) => ({
  name,
  tasks: [{ name: "build", type: "SourceBuild" as const, config: { projectId: 20632 + index } }],
}));

const editInConsole = (emulator: Emulator): Promise<void> =>
  serviceOf(emulator).edit((pipelines) =>
    pipelines.map((one) => (one.name === "shop-api-prod" ? { ...one, description: "by hand" } : one)),
  );

const pages: readonly Page[] = [
  {
    file: "README.md",
    then: async (reader) => {
      const { stdout } = await reader.type("pulumi stack output --json");
      expect(Object.keys(JSON.parse(stdout) as object)).to.deep.equal(["shopApi", "shopWeb"]);
    },
  },
  {
    file: "docs/import.md",
    account: () => ({ ...sampleSeed, pipelines: clickedTogether }),
    then: async (reader, emulator) => {
      expect((await reader.type("pulumi stack --show-urns")).stdout).to.contain("shop-api");
      expect(await pipelineNames(emulator)).to.deep.equal(["shop-api", "shop-web"]);
    },
  },
  {
    file: "docs/migration.md",
    then: async (reader) => {
      const { stdout } = await reader.type("pulumi stack --show-urns");
      expect(stdout)
        .to.contain("pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline")
        .and.not.contain("ncloud:index:");
    },
  },
  {
    file: "docs/runs.md",
    account: () => ({
      ...sampleSeed,
      pipelines: [{ name: "shop", tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 20632 } }] }],
    }),
    then: async (_reader, emulator) => {
      const { runs = [] } = await serviceOf(emulator).admin<Seed>("GET", "state");
      expect(runs.map(({ status }) => status)).to.deep.equal(["success"]);
    },
  },
  {
    file: "docs/gitops.md",
    account: () =>
      JSON.parse(readFileSync(join(repository, "examples", "gitops", "emulator.seed.json"), "utf8")) as Seed,
    meanwhile: [{ before: "drift --stack prod --accept", does: editInConsole }],
    then: async (reader, emulator) => {
      expect(await pipelineNames(emulator)).to.include.members(["shop-api-prod", "shop-web-prod"]);
      expect(readFileSync(join(reader.folder, "shop-pipelines", "reports", "run.jsonl"), "utf8")).to.contain(
        '"event":"ended"',
      );
      const accepted = await reader.type("git diff --stat && git add --all && git commit -q -m Accept");
      expect(accepted.stdout).to.contain("environments/prod/shop-api.json");
      // As the workflows install: from the lock file, and nothing of it is left over for git.
      const installed = await reader.type("npm ci && git status --porcelain && npm run lint");
      expect(installed.code, installed.output).to.equal(0);
      expect(installed.output).to.not.match(/^(\?\?| M) /m);
      expect((await reader.type("git ls-files")).stdout.split("\n")).to.include.members([
        "README.md",
        "package-lock.json",
        "Pulumi.dev.yaml",
        "Pulumi.prod.yaml",
      ]);
    },
  },
];

describe("the shell blocks of the pages", function () {
  this.timeout(300_000);
  let registry: Registry;
  let bin: string;
  let packed: string;

  before(async () => {
    bin = await ensurePulumi();
    packed = mkdtempSync(join(tmpdir(), "packed-"));
    const npm = (...words: string[]) =>
      runCommand("npm", words, { cwd: repository, env: process.env as Record<string, string> });
    const { code, output } = await npm("pack", "--ignore-scripts", "--pack-destination", packed);
    expect(code, output).to.equal(0);
    const upstream = (await npm("config", "get", "registry")).stdout.trim();
    const [tarball = ""] = readdirSync(packed);
    const manifest = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
      name: string;
      version: string;
    };
    registry = await startRegistry(manifest, join(packed, tarball), upstream);
  });
  after(async () => {
    await registry[Symbol.asyncDispose]();
    rmSync(packed, { recursive: true });
  });

  for (const { file, account, meanwhile = [], then } of pages) {
    const blocks = shellBlocks(readFileSync(join(repository, file), "utf8"));

    describe(file, () => {
      let reader: Reader;
      let emulator: Emulator;
      let port: string;
      let failed = false;

      before(async () => {
        port = await freePort();
        emulator = await createEmulator({ log: "silent", ...(account && { seed: account() }) });
        reader = createReader(
          bin,
          registry.url,
          account ? accountOf(emulator, mkdtempSync(join(packed, "backend-"))) : {},
        );
      });
      after(async () => {
        await reader[Symbol.asyncDispose]();
        await emulator.close();
      });

      it("has blocks that run", () => {
        expect(blocks.filter(({ marker }) => marker?.kind !== "not run")).to.not.deep.equal([]);
      });

      for (const { line, text, marker } of blocks) {
        if (marker?.kind === "not run") continue;
        it(`line ${line}: ${text.split("\n")[0] ?? ""}`, async () => {
          expect(failed, "a block before it failed").to.equal(false);
          failed = true;
          for (const { before: part, does } of meanwhile) if (text.includes(part)) await does(emulator);
          // Another program of this machine may have the port that the page names.
          const typed = text.replaceAll("4600", port);
          if (marker?.kind === "stays") expect(await reader.leaveRunning(typed)).to.contain(`:${port}`);
          else {
            const { code, output } = await reader.type(typed);
            expect(code, output).to.equal(0);
          }
          failed = false;
        });
      }

      it("leads where it says", async () => {
        expect(failed, "a block before it failed").to.equal(false);
        await then(reader, emulator);
      });
    });
  }
});

/** What a reader with an account has set: its keys, where it is, and a backend of their own. */
const accountOf = ({ url, accessKey, secretKey }: Emulator, backend: string): Record<string, string> => ({
  NCLOUD_API_GW: url,
  NCLOUD_ACCESS_KEY: accessKey,
  NCLOUD_SECRET_KEY: secretKey,
  PULUMI_BACKEND_URL: `file://${backend}`,
  PULUMI_CONFIG_PASSPHRASE: "reader",
});

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
