// Stands in for GitHub's command line: keeps issues and comments in the file that FAKE_GH names, and the command lines
// with which it was called. It takes the flags that the real one has for these commands, and no others.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** What was done with it. */
export interface GitHub {
  /** The words of each call, oldest first. */
  calls: string[][];
  issues: { title: string; body: string; open: boolean; edits: number }[];
  comments: { id: number; user: { login: string }; body: string }[];
  pullRequests: { head: string; title: string; body: string; edits: number }[];
  /** Pull requests that commits came with, by the commits. */
  merged: Record<string, { number: number; merge_commit_sha: string }[]>;
}

export const readGitHub = (file: string): GitHub => ({
  calls: [],
  issues: [],
  comments: [],
  pullRequests: [],
  merged: {},
  ...(existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<GitHub>) : {}),
});

/** Whose comments are written with the token that a workflow gets. */
export const workflowUser = { login: "github-actions[bot]" };

/** The flags of each command that have a value; `false` for those without. */
const flags: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  "issue list": { state: true, limit: true, json: true, jq: true },
  "issue create": { title: true, "body-file": true },
  "issue edit": { "body-file": true },
  "issue close": { comment: true },
  "pr list": { head: true, state: true, json: true, jq: true },
  "pr create": { head: true, title: true, "body-file": true },
  "pr edit": { "body-file": true },
  api: { paginate: false, silent: false, method: true, field: true, jq: true },
};

if (import.meta.main) {
  const file = process.env["FAKE_GH"] ?? "";
  const github = readGitHub(file);
  const words = process.argv.slice(2);
  github.calls.push(words);
  const name = words[0] === "api" ? "api" : words.slice(0, 2).join(" ");
  const options = Object.fromEntries(
    Object.entries(flags[name] ?? {}).map(([flag, hasValue]) => [
      flag,
      { type: hasValue ? ("string" as const) : ("boolean" as const) },
    ]),
  );
  const { values, positionals } = parseArgs({
    args: words.slice(name.split(" ").length),
    options,
    allowPositionals: true,
  });
  const [target = ""] = positionals;
  const after = (flag: string): string => {
    const value = values[flag];
    return typeof value === "string" ? value : "";
  };
  const body = (): string => readFileSync(after("body-file"), "utf8");
  const issue = github.issues[Number(target) - 1];
  const pullRequest = github.pullRequests[Number(target) - 1];

  const commands: Readonly<Record<string, () => void>> = {
    "issue list": () => {
      // `--jq` chooses by the title.
      const wanted = /\.title == "(.*)"/.exec(after("jq"))?.[1];
      github.issues.forEach(({ title, open }, index) => {
        if (open && title === wanted) console.log(index + 1);
      });
    },
    "issue create": () => github.issues.push({ title: after("title"), body: body(), open: true, edits: 0 }),
    "issue edit": () => issue && Object.assign(issue, { body: body(), edits: issue.edits + 1 }),
    "issue close": () => issue && Object.assign(issue, { open: false }),
    "pr list": () => {
      github.pullRequests.forEach(({ head }, index) => {
        if (head === after("head")) console.log(index + 1);
      });
    },
    "pr create": () => github.pullRequests.push({ head: after("head"), title: after("title"), body: body(), edits: 0 }),
    "pr edit": () => pullRequest && Object.assign(pullRequest, { body: body(), edits: pullRequest.edits + 1 }),
    api: () => api(github, target, after("method"), after("field"), after("jq")),
  };
  const command = commands[name];
  if (!command) throw new Error(`unknown: gh ${words.join(" ")}`);
  command();
  writeFileSync(file, JSON.stringify(github));
}

/**
 * The routes for comments, https://docs.github.com/rest/issues/comments, and for the pull requests of a commit,
 * https://docs.github.com/rest/commits/commits#list-pull-requests-associated-with-a-commit.
 */
function api(github: GitHub, route: string, method: string, field: string, jq: string): void {
  const [, repository, rest = ""] = /^repos\/([^/]+\/[^/]+)\/(.*)$/.exec(route) ?? [];
  if (repository !== "owner/shop-pipelines") throw new Error(`404: ${route}`);
  const [, commit] = /^commits\/(\w+)\/pulls$/.exec(rest) ?? [];
  const body = (): string => readFileSync(/^body=@(.*)$/.exec(field)?.[1] ?? "", "utf8");
  if (method === "" && commit !== undefined) {
    // `--jq` chooses by the commit that a merge made.
    const wanted = /\.merge_commit_sha == "([^"]*)"/.exec(jq)?.[1];
    for (const one of github.merged[commit] ?? []) if (one.merge_commit_sha === wanted) console.log(one.number);
  } else if (method === "" && /^issues\/7\/comments$/.test(rest)) {
    // `--jq` chooses by who wrote a comment, and by how it begins.
    const login = /\.user\.login == "([^"]*)"/.exec(jq)?.[1];
    const start = /startswith\("([^"]*)"\)/.exec(jq)?.[1] ?? "";
    for (const comment of github.comments)
      if (comment.user.login === login && comment.body.startsWith(start)) console.log(comment.id);
  } else if (method === "POST" && /^issues\/7\/comments$/.test(rest)) {
    github.comments.push({ id: 9000 + github.comments.length, user: workflowUser, body: body() });
  } else if (method === "PATCH") {
    const comment = github.comments.find(({ id }) => rest === `issues/comments/${id}`);
    if (!comment) throw new Error(`404: ${route}`);
    comment.body = body();
  } else throw new Error(`405: ${method} ${route}`);
}
