// Stands in for GitHub's command line: keeps issues and comments in the file that FAKE_GH names.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What was done with it. */
export interface GitHub {
  issues: { title: string; body: string; open: boolean; edits: number }[];
  comments: string[];
  pullRequests: string[];
}

export const readGitHub = (file: string): GitHub =>
  existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as GitHub)
    : { issues: [], comments: [], pullRequests: [] };

if (import.meta.main) {
  const file = process.env["FAKE_GH"] ?? "";
  const github = readGitHub(file);
  const [kind, verb, number] = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  const after = (flag: string): string => process.argv[process.argv.indexOf(flag) + 1] ?? "";
  const body = (): string => readFileSync(after("--body-file"), "utf8");
  const issue = github.issues[Number(number) - 1];
  switch (`${kind ?? ""} ${verb ?? ""}`) {
    case "issue list": {
      const wanted = /\.title == "(.*)"/.exec(after("--jq"))?.[1];
      github.issues.forEach(({ title, open }, index) => {
        if (open && title === wanted) console.log(index + 1);
      });
      break;
    }
    case "issue create":
      github.issues.push({ title: after("--title"), body: body(), open: true, edits: 0 });
      break;
    case "issue edit":
      if (issue) Object.assign(issue, { body: body(), edits: issue.edits + 1 });
      break;
    case "issue close":
      if (issue) issue.open = false;
      break;
    case "pr comment":
      github.comments = [body()];
      break;
    case "pr create":
      github.pullRequests.push(after("--head"));
      break;
    default:
      console.error(`unknown: gh ${process.argv.slice(2).join(" ")}`);
      process.exitCode = 1;
  }
  writeFileSync(file, JSON.stringify(github));
}
