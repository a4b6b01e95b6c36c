import { crateUnderTest, parcelUnderTest } from "./parcel/parcel-under-test.ts";
import { pipelineUnderTest } from "./under-test/pipeline-under-test.ts";
import { startBench } from "./under-test/bench.ts";
import { dynamicHost } from "./under-test/dynamic-host.ts";
import type { HostUnderTest } from "./under-test/host-under-test.ts";
import { memoryHost } from "./under-test/memory-host.ts";
import { closePlugins, pluginHost } from "./under-test/plugin-host.ts";
import { hasTrait, type TypeUnderTest } from "./under-test/type-under-test.ts";
import type { Scenario } from "./under-test/scenario.ts";
import { scenariosOf } from "./scenarios/index.ts";

/** Every type of resource behaves as the table of scenarios says, under every host. A new one is an entry here. */
const typesUnderTest: readonly TypeUnderTest[] = [pipelineUnderTest, parcelUnderTest, crateUnderTest];
const hostsUnderTest: readonly HostUnderTest[] = [memoryHost, dynamicHost, pluginHost];

after(closePlugins);

const applies = ({ needs, lacks }: Scenario, tested: TypeUnderTest): boolean =>
  needs.every((trait) => hasTrait(tested, trait)) && (lacks === undefined || !hasTrait(tested, lacks));

for (const tested of typesUnderTest) {
  for (const host of hostsUnderTest) {
    describe(`a ${tested.type.noun} ${host.name}`, () => {
      for (const [area, scenarios] of Object.entries(scenariosOf(tested))) {
        describe(area, () => {
          for (const scenario of scenarios.filter((one) => applies(one, tested))) {
            it(scenario.title, async () => {
              await using bench = await startBench(tested, host, scenario.hangs);
              await scenario.run(bench);
            });
          }
        });
      }
    });
  }
}
