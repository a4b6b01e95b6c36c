import { expect } from "chai";
import type { ConsoleEvent, ConsoleView } from "../../../emulator/console/console-view.ts";
import { createFeed, listenerLimit } from "../../../emulator/console/create-feed.ts";

/** A view that tests change in place, as the service does. */
const emptyView = (): ConsoleView => ({
  clock: { time: 0, speed: 0, nextSchedule: null },
  repositories: [],
  pipelines: [],
  runs: [],
  executions: [],
  requests: [],
  faults: [],
  totals: { pipelines: 0, requests: 0 },
  operations: [],
});

const pipeline = (id: number, name: string): ConsoleView["pipelines"][number] => ({
  id,
  name,
  description: "",
  region: "KR",
  tasks: [],
  trigger: { repository: [], schedule: [], sourcepipeline: [] },
});

describe("feed of the console", () => {
  let view: ConsoleView;
  let looks: number;
  let timer: { milliseconds: number; action: () => void } | undefined;
  let feed: ReturnType<typeof createFeed>;

  beforeEach(() => {
    [view, looks, timer] = [emptyView(), 0, undefined];
    feed = createFeed(
      () => {
        looks += 1;
        return view;
      },
      (milliseconds, action) => {
        const set = { milliseconds, action };
        timer = set;
        return () => {
          if (timer === set) timer = undefined;
        };
      },
    );
  });

  const listen = () => {
    const events: ConsoleEvent[] = [];
    return { events, stop: feed.listen((event) => events.push(event)) };
  };
  const fire = () => {
    const due = timer;
    timer = undefined;
    due?.action();
  };

  it("begins with a snapshot, then sends each thing that is new, different or gone", () => {
    view.pipelines = [pipeline(1, "a"), pipeline(2, "b")];
    const { events } = listen();
    expect(events.splice(0)).to.deep.equal([{ event: "snapshot", data: view }]);

    view.pipelines = [pipeline(2, "c"), pipeline(3, "d")];
    view.totals.requests = 4;
    feed.touch();
    fire();
    expect(events).to.deep.equal([
      { event: "replaced", data: { part: "totals", value: { pipelines: 0, requests: 4 } } },
      { event: "removed", data: { list: "pipelines", id: 1 } },
      { event: "changed", data: { list: "pipelines", item: pipeline(2, "c") } },
      { event: "changed", data: { list: "pipelines", item: pipeline(3, "d") } },
    ]);
  });

  it("notices what was changed in place", () => {
    view.repositories = [{ name: "shop", branches: ["main"] }];
    const { events } = listen();
    view.repositories[0]?.branches.push("develop");
    feed.touch();
    fire();
    expect(events.at(-1)).to.have.nested.property("data.value[0].branches[1]", "develop");
  });

  it("sends changes that come close together at once, and nothing when nothing changed", () => {
    const { events } = listen();
    const before = looks;
    for (let touch = 0; touch < 100; touch += 1) feed.touch();
    fire();
    expect(looks - before).to.equal(1);
    expect(events).to.have.length(1);
  });

  it("sends the time now and then", () => {
    const { events } = listen();
    for (const time of [15_000, 30_000]) {
      expect(timer?.milliseconds).to.equal(15_000);
      view.clock = { ...view.clock, time };
      fire();
      expect(events.at(-1)).to.deep.equal({ event: "replaced", data: { part: "clock", value: view.clock } });
    }
  });

  it("costs nothing while nobody listens", () => {
    feed.touch();
    expect(looks).to.equal(0);
    const { stop } = listen();
    stop();
    const before = looks;
    feed.touch();
    expect({ looks, timer }).to.deep.equal({ looks: before, timer: undefined });
  });

  it("gives a later listener what came while nobody listened, in its snapshot only", () => {
    listen().stop();
    view.pipelines = [pipeline(1, "a")];
    const { events } = listen();
    feed.touch();
    fire();
    expect(events.map(({ event }) => event)).to.deep.equal(["snapshot"]);
  });

  it("is full at its limit, and not after one has left", () => {
    const all = Array.from({ length: listenerLimit }, listen);
    expect(feed.isFull()).to.equal(true);
    all[0]?.stop();
    expect(feed.isFull()).to.equal(false);
  });
});
