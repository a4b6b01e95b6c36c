#!/usr/bin/env bash
# Runs a command against a fresh emulator of the account, with a state of its own: no key of the account, no network.
#   ci/with-emulator.sh ci/try-out.sh dev
set -euo pipefail

work=$(mktemp -d)
coproc emulator { exec sourcepipeline emulator --port 0 --seed emulator.seed.json --log silent; }
pid=$emulator_PID
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT

# The emulator's first line says where it is; without one it has failed, and has said why.
read -r ready <&"${emulator[0]}" || exit 1
field() { node -p "JSON.parse(process.argv[1]).$1" "$ready"; }
NCLOUD_API_GW=$(field url)
NCLOUD_ACCESS_KEY=$(field accessKey)
NCLOUD_SECRET_KEY=$(field secretKey)
export NCLOUD_API_GW NCLOUD_ACCESS_KEY NCLOUD_SECRET_KEY
export PULUMI_BACKEND_URL="file://$work" PULUMI_CONFIG_PASSPHRASE=emulator

"$@"
