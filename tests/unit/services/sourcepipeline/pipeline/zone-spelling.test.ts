import { expect } from "chai";
import { zoneSpellingFor } from "../../../../../provider/services/sourcepipeline/pipeline/zone-spelling.ts";
import { inputs, makeHost } from "../../../core/resource/make-host.ts";

const offered = ["Asia/Seoul (UTC+09:00)", "Etc/UTC (UTC+00:00)"];

/** How zones are sent. */
async function sent(validation: "full" | "offline", ...timeZones: string[]): Promise<string[]> {
  const { client, session } = makeHost("key-one", validation);
  client.getTimeZones.resolves({ timeZone: offered });
  const schedules = timeZones.map((timeZone) => ({ days: ["MON" as const], time: "03:30", timeZone }));
  return timeZones.map(await zoneSpellingFor(inputs({ triggers: { schedules } }), session));
}

describe("a zone is sent", () => {
  it("as the service lists it, by whatever name and offset the program has it", async () => {
    expect(await sent("full", "Asia/Seoul", "Asia/Seoul (UTC+08:30)", "ROK", "UTC", "GMT (UTC+01:00)")).to.deep.equal([
      "Asia/Seoul (UTC+09:00)",
      "Asia/Seoul (UTC+09:00)",
      "Asia/Seoul (UTC+09:00)",
      "Etc/UTC (UTC+00:00)",
      "Etc/UTC (UTC+00:00)",
    ]);
  });

  it("as it stands when all have their offsets and nothing may be asked", async () => {
    expect(await sent("offline", "Asia/Seoul (UTC+08:30)")).to.deep.equal(["Asia/Seoul (UTC+08:30)"]);
    expect(await sent("offline", "Asia/Seoul (UTC+08:30)", "UTC")).to.deep.equal([offered[0], offered[1]]);
  });

  it("not at all when the service does not offer it, with an offset or without", async () => {
    const said = async (zone: string): Promise<string> =>
      sent("full", zone).then(
        () => "sent",
        (error: unknown) => (error as Error).message,
      );
    expect(await said("Asia/Pyongyang")).to.equal(
      'triggers.schedules[0].timeZone: the service has no time zone "Asia/Pyongyang". ' +
        'These have the same offset all year: "Asia/Seoul".',
    );
    expect(await said("Asia/Seul (UTC+09:00)")).to.contain('Did you mean "Asia/Seoul"?');
  });
});
