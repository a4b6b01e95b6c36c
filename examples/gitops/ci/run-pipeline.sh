#!/usr/bin/env bash
# Runs a pipeline, follows it, and ends as `sourcepipeline run` does: with 0 when it succeeded, 1 for an error, 2 when it
# was canceled, 3 when it failed, 124 when its time was up. What happens is in reports/run.jsonl, an event a line.
#   ci/run-pipeline.sh dev shop-api-dev 30m cancel
set -euo pipefail

stack=$1
pipeline=$2
timeout=$3
when_cancelled=$4

options=(--stack "$stack" --timeout "$timeout" --json)
case "$when_cancelled" in
  cancel) ;;
  leave) options+=(--no-cancel-on-interrupt) ;;
  *)
    echo "::error::What becomes of the run of a cancelled job is \"cancel\" or \"leave\", not \"$when_cancelled\"." >&2
    exit 1
    ;;
esac

mkdir -p reports
: >reports/run.jsonl
sourcepipeline run "${options[@]}" -- "$pipeline" >reports/run.jsonl &
run=$!
# GitHub ends a cancelled job with SIGINT and then SIGTERM to this process alone: the command gets them from here.
trap 'kill -TERM "$run" 2>/dev/null || true' INT TERM
tail -n +1 -f --pid "$run" reports/run.jsonl &
log=$!

# A signal ends the waiting, not the run.
while kill -0 "$run" 2>/dev/null; do wait "$run" || true; done
code=0
wait "$run" || code=$?
wait "$log" || true
exit "$code"
