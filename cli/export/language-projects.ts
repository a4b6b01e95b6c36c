import { languages } from "../../provider/hosts/plugin/schema/languages.ts";

/** A project whose program the engine writes when it imports: what is there before, and what its user types. */
export interface LanguageProject {
  /** The file that the engine writes the program to. */
  readonly main: string;
  /** Files beside it, by name. */
  readonly files: (project: string) => Readonly<Record<string, string>>;
  /** What makes the SDK, between `npm install` and the import; a command each. */
  readonly sdk: readonly string[];
  /** What follows the import. */
  readonly afterwards?: readonly string[];
}

const { importBasePath } = languages.go;

const generate = (language: string): string =>
  `pulumi package gen-sdk node_modules/pulumi-ncloud-sourcepipeline/docs/plugin.schema.json --language ${language} --out sdks`;

/** The languages that an account can be exported to beside TypeScript. */
export const languageProjects = {
  // The engine empties the file before it asks the host, which would read a Main.yaml.
  yaml: { main: "program.yaml", files: () => ({}), sdk: [], afterwards: ["mv program.yaml Main.yaml"] },
  python: {
    main: "__main__.py",
    files: () => ({ "requirements.txt": "pulumi>=3.231.0,<4\n./sdks/python\n" }),
    sdk: [generate("python"), "pip install -r requirements.txt"],
  },
  go: {
    main: "main.go",
    files: (project) => ({
      "go.mod": [
        `module ${project}`,
        "go 1.25.11",
        "require github.com/pulumi/pulumi/sdk/v3 v3.259.0",
        `replace ${importBasePath} => ./sdks/go/ncloud\n`,
      ].join("\n\n"),
    }),
    sdk: [generate("go"), `(cd sdks/go/ncloud && go mod init ${importBasePath})`],
    afterwards: ["go mod tidy"],
  },
} satisfies Readonly<Record<string, LanguageProject>>;

/** A language that programs are exported in. */
export type ExportLanguage = "typescript" | keyof typeof languageProjects;

export const exportLanguages = ["typescript", ...Object.keys(languageProjects)] as readonly ExportLanguage[];
