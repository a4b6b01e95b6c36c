import { expect } from "chai";
import { alternate, compare } from "../../../benchmarks/support/alternate.ts";
import { median } from "../../../benchmarks/support/median.ts";

describe("measuring in turn", () => {
  it("changes the order from round to round", async () => {
    const order: string[] = [];
    const note = (name: string) => () => Promise.resolve(order.push(name));
    const pairs = await alternate(3, { ours: note("ours"), floor: note("floor") });
    expect(order).to.deep.equal(["floor", "ours", "ours", "floor", "floor", "ours"]);
    expect(pairs[1]).to.deep.equal({ ours: 3, floor: 4 });
  });

  it("compares each round with itself: a slow round moves neither ratio nor difference", () => {
    const pairs = [
      { ours: 11, floor: 10 },
      { ours: 110, floor: 100 },
      { ours: 11, floor: 10 },
    ];
    expect(compare(pairs)).to.deep.equal({ ours: 11, floor: 10, ratio: 1.1, spread: [1.1, 1.1], difference: 1 });
  });
});

describe("a median", () => {
  it("is the middle, or the mean of the two in the middle", () => {
    expect(median([10, 1, 3])).to.equal(3);
    expect(median([4, 1, 2, 100])).to.equal(3);
    expect(median([])).to.be.NaN;
  });
});
