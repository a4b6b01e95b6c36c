import { expect } from "chai";
import { createEmulator, type Emulator, sampleSeed } from "../../../emulator/index.ts";
import { startCommand } from "./support/start-command.ts";

describe("the pipeline that a command is told", function () {
  this.timeout(60_000);
  let emulator: Emulator;
  before(async () => {
    const pipelines = [
      { id: 3101, name: "shop" },
      { id: 3102, name: "3101" },
      { id: 3104, name: "twin" },
      { id: 3105, name: "twin" },
      { id: 3106, name: "-dash" },
      { id: 3107, name: "3107" },
      { id: 3108, name: "42" },
    ].map((one) => ({
      ...one,
      tasks: [{ name: "build", type: "SourceBuild" as const, config: { projectId: 20632 } }],
    }));
    emulator = await createEmulator({ log: "silent", seed: { ...sampleSeed, pipelines } });
  });
  after(() => emulator.close());

  const run = async (...words: string[]): Promise<{ code: number | null; output: string; errors: string }> => {
    const command = startCommand(words, { emulator });
    const code = await command.exit;
    return { code, output: command.output(), errors: command.errors() };
  };

  for (const [word, id] of Object.entries({ shop: 3101, 3102: 3102, 3104: 3104, 3107: 3107, 42: 3108, 3108: 3108 })) {
    it(`is ${String(id)} for ${word}`, async () => {
      const { code, output } = await run("runs", "--json", word);
      expect(code).to.equal(0);
      expect((JSON.parse(output) as { pipeline: object }).pipeline).to.include({ id: String(id) });
    });
  }

  for (const [word, message] of Object.entries({
    "3101":
      '"3101" is the name of pipeline 3102, and the id of pipeline "shop". Use the id of the one, or the name of the other.',
    twin: 'More than one pipeline is named "twin": ids 3105, 3104. Use the id of the one you mean.',
    shpo: 'Pipeline "shpo" does not exist. Did you mean "shop" (id 3101)?',
    배포: 'Pipeline "배포" does not exist. Existing: ',
    "31055": 'Pipeline 31055 does not exist. Did you mean "twin" (id 3105)',
    "99999999999999999999": 'Pipeline "99999999999999999999" does not exist.',
  })) {
    it(`is none for ${word}, and nothing is started`, async () => {
      const { code, output, errors } = await run("run", word);
      expect(code).to.equal(1);
      expect(output).to.equal("");
      expect(errors)
        .to.match(/^[^\n]*\n$/)
        .and.contain(message);
    });
  }

  it("is told by its id where its name is another one's, too", async () => {
    const { output } = await run("run", "3105", "--timeout", "1s", "--no-cancel-on-timeout");
    expect(output).to.match(/^Started run \d+ of pipeline "twin" \(id 3105\)\.\n/);
    expect(output).to.match(/To follow it: npx -p pulumi-ncloud-sourcepipeline sourcepipeline watch 3105 \d+\n$/);
  });

  it("may begin with a dash behind --, as the error without it says", async () => {
    expect((await run("runs", "--", "-dash")).output).to.equal('There are no runs of pipeline "-dash".\n');
    const { code, errors } = await run("run", "-dash");
    expect(code).to.equal(1);
    expect(errors.trimEnd().split("\n")).to.deep.equal([
      `error: unknown option '-dash'. A name that begins with a dash goes behind "--".`,
      'Add "--help" to see what can be given.',
    ]);
    expect((await run("run", "shop", "--timeout", "1h30")).errors).to.not.contain("dash");
  });

  it("has no run whose id is no number", async () => {
    for (const command of ["watch", "cancel"]) {
      const { code, errors } = await run(command, "shop", "last");
      expect(code).to.equal(1);
      expect(errors).to.equal('There is no run last of pipeline "shop". It has no runs yet.\n');
    }
  });
});
