#!/usr/bin/env bash
# Brings environments up where the keys of the surroundings lead, sees that nothing is left to do, and draws the result.
#   ci/with-emulator.sh ci/try-out.sh dev prod > graph.md
set -euo pipefail

for environment in "$@"; do
  stack="try-$environment"
  # A stack file without what belongs to the real stack's backend. There may be none: then the defaults hold.
  touch "Pulumi.$environment.yaml"
  grep -vE '^(encryptionsalt|encryptedkey|secretsprovider):' "Pulumi.$environment.yaml" >"Pulumi.$stack.yaml" || true
  pulumi stack init "$stack" --non-interactive >&2
  pulumi up --yes --skip-preview --non-interactive --stack "$stack" >&2
  pulumi preview --expect-no-changes --non-interactive --stack "$stack" >&2
  rm "Pulumi.$stack.yaml"
done
sourcepipeline graph --format markdown
