#!/usr/bin/env bash
# Keeps one comment of ours on a pull request up to date, and touches no other: each of ours has a name.
#   ci/comment.sh 12 preview reports/comment.md
set -euo pipefail

pull_request=$1
name=$2
file=$3
marker="<!-- sourcepipeline $name -->"
repository="repos/${GITHUB_REPOSITORY:?}"

# Ours begins with the marker and was written with a workflow's own token; a person's comment may quote the marker.
ours=".[] | select(.user.login == \"github-actions[bot]\") | select(.body | startswith(\"$marker\")) | .id"
comment=$(gh api --paginate "$repository/issues/$pull_request/comments" --jq "$ours" | sed -n 1p)

mkdir -p reports
{ printf '%s\n' "$marker" && cat "$file"; } >reports/body.md
if [ -n "$comment" ]; then
  gh api --silent --method PATCH "$repository/issues/comments/$comment" --field body=@reports/body.md
else
  gh api --silent --method POST "$repository/issues/$pull_request/comments" --field body=@reports/body.md
fi
