import { expect } from "chai";
import { formatLine, parseJournal } from "../../../emulator/store/journal-file.ts";

const header = formatLine({ base: "b" });
const first = formatLine({ time: "2026-03-02T00:00:00.000Z", pipelines: [] });
const second = formatLine({ time: "2026-03-03T00:00:00.000Z", counters: { pipeline: 3101 } });

describe("lines of a journal", () => {
  it("begin with a checksum", () => {
    expect(header).to.equal(`${formatLine({ base: "b" }).slice(0, 8)} {"base":"b"}\n`);
    expect(header).to.match(/^[0-9a-f]{8} \{/);
  });

  it("are read up to the last whole one, wherever the text ends", () => {
    const text = header + first + second;
    for (let end = 0; end <= text.length; end += 1) {
      const { base, records, length, damaged } = parseJournal(text.slice(0, end));
      const whole = [header, header + first, text].filter((part) => part.length - 1 <= end);
      expect(base, `cut at ${end}`).to.equal(whole.length > 0 ? "b" : undefined);
      expect(records, `cut at ${end}`).to.have.length(Math.max(whole.length - 1, 0));
      expect(length, `cut at ${end}`).to.equal(whole.at(-1)?.length ?? 0);
      expect(damaged, `cut at ${end}`).to.equal(undefined);
    }
  });

  it("show where one is damaged although whole ones follow", () => {
    expect(parseJournal(header + first.replace("2026", "2027") + second).damaged).to.equal(2);
    expect(parseJournal(`${header}garbage\n${second}`).damaged).to.equal(2);
    expect(parseJournal(`${header}${first}garbage\n`).damaged).to.equal(undefined);
  });

  it("name the state files that hold all of it", () => {
    const { successors, records } = parseJournal(header + first + formatLine({ next: "n" }));
    expect(successors).to.deep.equal(["n"]);
    expect(records).to.have.length(1);
  });

  it("count bytes, not characters", () => {
    const line = formatLine({ repositories: [{ name: "쇼핑", branches: [] }] });
    expect(parseJournal(header + line).length).to.equal(Buffer.byteLength(header + line));
  });
});
