#!/usr/bin/env bash
# Makes a pull request of a stack's drift, or brings the one that is open up to date.
#   ci/accept-drift.sh prod
set -euo pipefail

stack=$1
branch="accept-drift-$stack"
mkdir -p reports
sourcepipeline drift --stack "$stack" --run-program --accept >reports/accept.patch
if [ ! -s reports/accept.patch ]; then
  echo "There is nothing to accept."
  exit 0
fi

git switch --force-create "$branch"
git apply reports/accept.patch
git -c user.name=drift -c user.email=drift@localhost commit -q -m "Accept the drift of stack $stack" -- environments
git push --force origin "$branch"

{
  printf 'The console is right: after this merge, the program of stack `%s` says what the account has.\n\n' "$stack"
  if [ "${OWN_TOKEN:-}" = true ]; then
    echo 'Opened with the secret `PULL_REQUEST_TOKEN`, so that its checks run.'
  else
    echo 'Opened with the token of the workflow itself, for which GitHub starts no checks: close and reopen this pull' \
      'request to run them. With a secret `PULL_REQUEST_TOKEN` in the environment `preview` (a fine-grained token with' \
      'write access to contents and pull requests) they run by themselves.'
  fi
} >reports/body.md

open=$(gh pr list --head "$branch" --state open --json number --jq '.[].number' | sed -n 1p)
if [ -n "$open" ]; then
  gh pr edit "$open" --body-file reports/body.md
else
  gh pr create --head "$branch" --title "Accept the drift of stack $stack" --body-file reports/body.md
fi
