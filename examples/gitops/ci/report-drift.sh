#!/usr/bin/env bash
# Tells of a stack's drift: silent without any, one issue that is kept up to date with it, a failure when it is unknown.
#   ci/report-drift.sh prod
set -euo pipefail

stack=$1
title="Drift in stack $stack"
code=0
sourcepipeline drift --stack "$stack" --run-program --unmanaged --markdown >drift.md || code=$?
# 0: no drift. 7: drift. Anything else: it could not be told, and somebody must look.
if [ "$code" -ne 0 ] && [ "$code" -ne 7 ]; then
  echo "::error title=$title::It could not be told (exit code $code)."
  exit "$code"
fi

number=$(gh issue list --state open --json number,title --jq ".[] | select(.title == \"$title\") | .number" | head -n 1)
if [ "$code" -eq 0 ]; then
  if [ -n "$number" ]; then gh issue close "$number" --comment "No drift any more."; fi
  exit 0
fi

printf '\n\nTake it back: run the workflow `merge`. Accept it: run the workflow `accept drift`.\n' >>drift.md
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file drift.md
else
  gh issue create --title "$title" --body-file drift.md
fi
