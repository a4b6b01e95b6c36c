import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { programs } from "../../../tools/pulumi-cli/cli-directory.ts";
import type { Context } from "../../../tools/pulumi-cli/context.ts";

/** A made-up machine: a home and a PATH of its own, with programs that are shell scripts. */
export interface Machine extends Disposable {
  context: Context;
  /** Folder of the release, where the launcher looks. */
  cli: string;
  /** Folder of a CLI that is built here. */
  built: string;
  /** What was told so far. */
  told: string[];
  /** Puts a program on PATH, or elsewhere below the machine's folder. */
  program: (path: string, script: string) => string;
  /** What the programs wrote with `note`, a line each. */
  notes: () => string[];
  /** What is left below the folders of releases, the launcher's and the one of what is built here. */
  releases: () => string[];
}

export function createMachine(change: Partial<Context> = {}): Machine {
  const root = mkdtempSync(join(tmpdir(), "machine-"));
  const told: string[] = [];
  const notes = join(root, "notes");
  const versions = join(root, "home", "versions");
  const ownVersions = join(root, "caches", "sourcepipeline", "pulumi", "versions");
  const below = (folder: string): string[] =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  let time = 0;

  const program: Machine["program"] = (path, script) => {
    const target = join(root, path.includes("/") ? path : `bin/${path}`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `#!/bin/sh\nPATH=/usr/bin:/bin\nnote() { echo "$@" >> '${notes}'; }\n${script}\n`);
    chmodSync(target, 0o755);
    return target;
  };

  return {
    context: {
      environment: {
        PATH: join(root, "bin"),
        HOME: root,
        PULUMI_HOME: join(root, "home"),
        XDG_CACHE_HOME: join(root, "caches"),
      },
      say: (line) => told.push(line),
      now: () => (time += 45_000),
      signal: new AbortController().signal,
      launcher: join(root, "no-launcher.cjs"),
      // No request to this port is ever sent: it fails at once.
      installerUrl: "http://127.0.0.1:1/install.sh",
      installerTimeoutMs: 5_000,
      ...change,
    },
    cli: join(versions, "3.259.0", "bin"),
    built: join(ownVersions, "3.259.0", "bin"),
    told,
    program,
    notes: () => (existsSync(notes) ? readFileSync(notes, "utf8").trim().split("\n") : []),
    releases: () => [...below(versions).map((path) => `launcher: ${path}`), ...below(ownVersions)].sort(),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Installs a complete CLI into the folder of the release. */
export function installCli({ program }: Machine): void {
  for (const name of Object.values(programs)) program(`home/versions/3.259.0/bin/${name}`, "echo v3.259.0");
}

/** A Go that "compiles" by writing a script, and notes what it was asked for. */
export function installGo(machine: Machine, { name = "go", version = "1.26.8", build = "" } = {}): void {
  const script = machine.program(`module/nodejs/dist/${programs.dynamicProvider}`, "echo dynamic");
  machine.program("module/python/cmd/pulumi-language-python-exec", "echo python");
  machine.program(
    name,
    `case "$1" in
version) echo "go version go${version} linux/amd64" ;;
list) echo '${join(script, "../../..")}' ;;
build)
  note "build $(basename "$PWD") GOFLAGS=$GOFLAGS GOWORK=$GOWORK $(grep -c clipboard go.mod)"
  ${build}
  while [ "$1" != -o ]; do shift; done
  printf '#!/bin/sh\\necho v3.259.0\\n' > "$2" && chmod +x "$2" ;;
esac`,
  );
}

/** A server that stands for the vendor's site. */
export async function startSite(answers: boolean): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((_, response) => {
    if (answers) response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/install.sh`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
