import type { Location } from "../../provider/core/location.ts";
import type { Account } from "../account/connect-account.ts";

/** What explains a drift and stands in no state. */
export interface AccountFacts {
  readonly place: Location;
  /** The account as states name it. */
  readonly mark: string;
  /** The branch that each SourceBuild project builds, by its id; of some kinds of sources it is not told. */
  readonly branches: ReadonlyMap<string, string | undefined>;
  readonly pipelines: readonly { readonly id: number; readonly name: string }[];
}

/** Asks the account: two lists, each once. */
export async function gatherFacts({ lists, place, mark }: Account): Promise<AccountFacts> {
  const [projects, pipelines] = await Promise.all([lists.buildProjects.all(), lists.pipelines.all()]);
  const branches = new Map(projects.map(({ id, source }) => [String(id), source?.branch]));
  return { place, mark, branches, pipelines };
}
