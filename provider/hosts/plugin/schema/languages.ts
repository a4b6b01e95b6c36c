/** What generators of SDKs need to know beside the schema: how the package is called in each language. */
export const languages = {
  nodejs: {
    packageName: "pulumi-ncloud-sourcepipeline",
    respectSchemaVersion: true,
    dependencies: { "@pulumi/pulumi": "^3.216.0" },
  },
  python: {
    packageName: "pulumi_ncloud_sourcepipeline",
    respectSchemaVersion: true,
    pyproject: { enabled: true },
  },
  go: {
    importBasePath: "pulumi-ncloud-sourcepipeline/sdk/go/ncloud",
    generateResourceContainerTypes: true,
    respectSchemaVersion: true,
    generics: "none",
  },
  csharp: { namespaces: { ncloud: "NcloudSourcePipeline" }, respectSchemaVersion: true },
  java: { basePackage: "com.ncloud.sourcepipeline" },
} as const;
