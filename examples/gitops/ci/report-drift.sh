#!/usr/bin/env bash
# Tells of a stack's drift: silent without any, one issue that is kept up to date with it, a failure when it is unknown.
#   ci/report-drift.sh prod
set -euo pipefail

stack=$1
title="Drift in stack $stack"
code=0
mkdir -p reports
sourcepipeline drift --stack "$stack" --run-program --unmanaged --markdown >reports/drift.md || code=$?
# 0: no drift. 7: drift. Anything else: it could not be told, and somebody must look.
if [ "$code" -ne 0 ] && [ "$code" -ne 7 ]; then
  echo "::error title=$title::It could not be told (exit code $code)."
  exit "$code"
fi

# All open issues: the list ends at 30 unless told otherwise.
ours=".[] | select(.title == \"$title\") | .number"
issue=$(gh issue list --state open --limit 10000 --json number,title --jq "$ours" | sed -n 1p)
if [ "$code" -eq 0 ]; then
  if [ -n "$issue" ]; then gh issue close "$issue" --comment "No drift any more."; fi
  exit 0
fi

printf '\n\nTake it back: run the workflow `merge`. Accept it: run the workflow `accept drift`.\n' >>reports/drift.md
if [ -n "$issue" ]; then
  gh issue edit "$issue" --body-file reports/drift.md
else
  gh issue create --title "$title" --body-file reports/drift.md
fi
