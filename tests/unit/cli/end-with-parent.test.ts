import { expect } from "chai";
import {
  ancestorsOf,
  isRunByPackageRunner,
  parseProcess,
  type ProcessInfo,
  readProcess,
} from "../../../cli/end-with-parent.ts";

/** A tree of processes: id, name, parent, session. */
const tree =
  (...processes: [id: number, name: string, parent: number, session: number][]) =>
  (id: number): ProcessInfo | undefined => {
    const found = processes.find(([one]) => one === id);
    return found && { name: found[1], parent: found[2], session: found[3] };
  };

describe("the processes that run another one", () => {
  it("are its parent, and behind shells theirs", () => {
    const read = tree([9, "node", 8, 2], [8, "sh", 7, 2], [7, "bash", 6, 2], [6, "node", 5, 2], [5, "bash", 2, 2]);
    expect(ancestorsOf(9, read)).to.deep.equal([8, 7, 6]);
    expect(ancestorsOf(6, read)).to.deep.equal([5]);
  });

  it("are none of another session, and none at all of what leads a session of its own", () => {
    expect(ancestorsOf(9, tree([9, "node", 8, 9], [8, "node", 7, 2]))).to.deep.equal([]);
    expect(ancestorsOf(9, tree([9, "node", 8, 8], [8, "sh", 7, 8], [7, "node", 1, 2]))).to.deep.equal([8]);
  });

  it("are none of what was left to the first process of the system", () => {
    expect(ancestorsOf(9, tree([9, "node", 1, 2], [1, "init", 0, 1]))).to.deep.equal([]);
    expect(ancestorsOf(9, () => undefined)).to.deep.equal([]);
  });

  it("are read where Linux shows them, whatever a program is called", function () {
    expect(parseProcess("42 (a) b (c\n) S 7 40 5 0 -1")).to.deep.equal({ name: "a) b (c\n", parent: 7, session: 5 });
    expect(parseProcess("nonsense")).to.equal(undefined);
    expect(readProcess(2 ** 30)).to.equal(undefined);
    if (process.platform === "linux") expect(readProcess(process.pid)).to.include({ parent: process.ppid });
  });

  it("are looked for only when the environment names a runner of packages", () => {
    expect(isRunByPackageRunner({ npm_lifecycle_event: "npx" })).to.equal(true);
    expect(isRunByPackageRunner({ npm_config_user_agent: "pnpm/10.0.0" })).to.equal(true);
    expect(isRunByPackageRunner({ PATH: "/bin", npm_config_user_agent: "" })).to.equal(false);
  });
});
