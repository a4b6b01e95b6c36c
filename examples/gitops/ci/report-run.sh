#!/usr/bin/env bash
# Tells the pull request that was merged with this commit what became of the run of a pipeline.
#   ci/report-run.sh dev shop-api-dev
set -euo pipefail

stack=$1
pipeline=$2
mkdir -p reports
node ci/describe-run.mjs "$pipeline" reports/run.jsonl >reports/run.md
cat reports/run.md >>"${GITHUB_STEP_SUMMARY:-/dev/null}"

merged=".[] | select(.merge_commit_sha == \"${GITHUB_SHA:?}\") | .number"
pull_request=$(gh api "repos/${GITHUB_REPOSITORY:?}/commits/$GITHUB_SHA/pulls" --jq "$merged" | sed -n 1p)
if [ -z "$pull_request" ]; then
  echo "No pull request was merged with this commit: the job's summary has the report."
  exit 0
fi
ci/comment.sh "$pull_request" "run of $stack" reports/run.md
