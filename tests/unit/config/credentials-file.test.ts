import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parseProfile, readProfile } from "../../../provider/config/credentials-file.ts";

const text = `
[DEFAULT]
ncloud_access_key_id = AK-DEFAULT
ncloud_secret_access_key = SK-DEFAULT
ncloud_api_url =

[work]
ncloud_access_key_id = AK-WORK
`;

describe("the vendor's credentials file", () => {
  it("has the keys of a profile", () => {
    expect(parseProfile("DEFAULT", text)).to.deep.equal({ accessKey: "AK-DEFAULT", secretKey: "SK-DEFAULT" });
    expect(parseProfile("work", text)).to.deep.equal({ accessKey: "AK-WORK", secretKey: undefined });
  });

  it("has no keys of a profile that is not there", () => {
    expect(parseProfile("home", text)).to.equal(undefined);
  });

  it("is read line by line: dots, signs of comments, quotes and equals signs belong to names and values", () => {
    const odd = [
      "# ncloud_access_key_id = a comment",
      "  ; another = one",
      "[team.prod]",
      "  ncloud_access_key_id=AK;1#2",
      'ncloud_secret_access_key \t=  "S=K; #x" # end  ',
      "[ team ]",
      "ncloud_access_key_id = AK-TEAM",
      "no sign at all",
      "[__proto__]",
      "ncloud_access_key_id =",
      "[team.prod]",
      "ncloud_api_url = x",
    ].join("\r\n");
    expect(parseProfile("team.prod", `\uFEFF${odd}`)).to.deep.equal({
      accessKey: "AK;1#2",
      secretKey: '"S=K; #x" # end',
    });
    expect(parseProfile("team", odd)).to.deep.equal({ accessKey: "AK-TEAM", secretKey: undefined });
    expect(parseProfile("__proto__", odd)).to.deep.equal({ accessKey: undefined, secretKey: undefined });
    expect(parseProfile("prod", odd)).to.equal(undefined);
  });

  it("takes keys in front of all sections for the default profile", () => {
    expect(parseProfile("DEFAULT", "ncloud_access_key_id = AK")).to.deep.equal({
      accessKey: "AK",
      secretKey: undefined,
    });
  });

  it("is read where it is, and missing where it is not", () => {
    const folder = mkdtempSync(join(tmpdir(), "credentials-"));
    const file = join(folder, "configure");
    writeFileSync(file, text);
    expect(readProfile("DEFAULT", file)).to.include({ accessKey: "AK-DEFAULT" });
    expect(readProfile("work", join(folder, "missing"))).to.equal(undefined);
    rmSync(folder, { recursive: true });
  });
});
