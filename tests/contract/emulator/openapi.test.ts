import { expect } from "chai";
import { operationNames } from "../../../provider/services/sourcepipeline/api/index.ts";
import { useEmulator } from "./support/use-emulator.ts";

describe("emulator: OpenAPI document", () => {
  const emulator = useEmulator();

  it("describes every operation", async () => {
    const document = (await emulator.admin("GET", "/openapi.json")).body as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>;
    };
    expect(document.openapi).to.match(/^3\.1\./);
    const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(described.map(({ operationId }) => operationId)).to.have.members([...operationNames]);
    const parameters = document.paths["/project"]!["get"]!.parameters.map(
      (parameter) => `${parameter.in} ${parameter.name}`,
    );
    expect(parameters).to.deep.equal([
      "query pageNo",
      "query pageSize",
      "query projectName",
      "header x-ncp-region_code",
    ]);
    expect(document).to.have.nested.property(
      "paths./project.post.requestBody.content.application/json.schema.properties.name.maxLength",
      30,
    );
  });
});
