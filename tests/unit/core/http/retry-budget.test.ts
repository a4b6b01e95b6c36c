import { expect } from "chai";
import { createRetryBudget } from "../../../../provider/core/http/retry-budget.ts";

const takeAll = (budget: ReturnType<typeof createRetryBudget>): number => {
  let taken = 0;
  for (; budget.hasTokens(); taken++) budget.take();
  return taken;
};

describe("createRetryBudget", () => {
  it("holds a hundred further attempts", () => {
    expect(takeAll(createRetryBudget())).to.equal(100);
  });

  it("gives back what a success took, and a fifth for one that took nothing", () => {
    const budget = createRetryBudget();
    takeAll(budget);
    budget.refund(3);
    expect(takeAll(budget)).to.equal(3);
    for (let success = 0; success < 5; success++) budget.refund(0);
    expect(takeAll(budget)).to.equal(1);
  });

  it("never holds more than at the start", () => {
    const budget = createRetryBudget();
    budget.refund(50);
    expect(takeAll(budget)).to.equal(100);
  });
});
