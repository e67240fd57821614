#!/usr/bin/env bash
# Makes the offline archive, unpacks it in an empty folder, and starts it there without npm, Node or a network's
# settings; asks for a decision, looks at its health, stops it. Then the whole of docs/deploy.md under systemd.
set -euo pipefail

# The locked Node, not the machine's own.
PATH="$PWD/node_modules/.bin:$PATH"

folder=$(mktemp -d)
server=
trap 'kill "$server" 2> /dev/null || true; rm -rf "$folder"' EXIT

# Speed counts here, not size: a release is packed with level 9.
node scripts/offline/main.ts "$folder/made" 1
(cd "$folder/made" && sha256sum -c --quiet ./*.sha256)
mkdir "$folder/opt" "$folder/bin" "$folder/data"
tar -xzf "$folder"/made/*.tar.gz -C "$folder/opt" --strip-components=1

# What any Linux has: no npm, no node, no compiler.
for name in sh uname readlink dirname; do ln -s "$(command -v "$name")" "$folder/bin/$name"; done
# From another folder; becomes the program, so that signals reach it: in a subshell, or in the background.
become() { cd / && exec env -i PATH="$folder/bin" HOME="$folder" TONGZE_DATA="$folder/data" "$@"; }

(become PORT=0 "$folder/opt/deploy/tongze" doctor)
: > "$folder/log"
become PORT=0 "$folder/opt/deploy/tongze" start >> "$folder/log" 2>&1 &
server=$!
until address=$(sed -n 's#^同责.*\(http://[0-9.:]*\).*#\1#p' "$folder/log") && [ -n "$address" ]; do
  kill -0 "$server" 2> /dev/null || { cat "$folder/log"; exit 1; }
  sleep 0.2
done
answer=$(curl -s -H 'content-type: application/json' --data @"$folder/opt/src/http/example.json" "$address/api/v1/evaluations")
grep -q '"least":"重大"' <<< "$answer" || { echo "unexpected answer: $answer"; exit 1; }
(become PORT="${address##*:}" "$folder/opt/deploy/tongze" health)
kill -TERM "$server"
wait "$server" || { cat "$folder/log"; exit 1; }
echo "the archive runs from an empty folder"
bash scripts/offline/operator.sh "$folder"/made/*.tar.gz
