#!/usr/bin/env bash
# A new user's first minutes: clones HEAD into an empty folder, starts the service there with no compiler at hand,
# sends the README's request, and stops it.
set -euo pipefail

source=$(pwd)
folder=$(mktemp -d)
trap 'kill "$server" 2> /dev/null || true; rm -rf "$folder"' EXIT
server=

git clone --quiet "$source" "$folder/tongze"
cd "$folder/tongze"

# A free port: two runs on one machine must not answer for each other.
PORT=$(node -e "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })")
export PORT
# Only what every machine has, and the Node that runs npm: neither opa nor go.
PATH="$(dirname "$(command -v node)"):/usr/bin:/bin"

for attempt in first second; do
  since=$SECONDS
  npm start > "$folder/$attempt.log" 2>&1 &
  server=$!
  until curl -sf "http://127.0.0.1:$PORT/health" > /dev/null; do
    kill -0 "$server" 2> /dev/null || { cat "$folder/$attempt.log"; exit 1; }
    sleep 0.2
  done
  echo "$attempt start: $((SECONDS - since)) s"
  answer=$(curl -s -H 'content-type: application/json' --data @src/http/example.json "http://127.0.0.1:$PORT/api/v1/evaluations")
  grep -q '"least":"重大"' <<< "$answer" || { echo "unexpected answer: $answer"; exit 1; }
  kill -TERM "$server"
  status=0
  wait "$server" || status=$?
  # Through `exec` in package.json the service's own code comes back; 143 would mean that it did not stop by itself.
  [ "$status" -eq 0 ] || { echo "npm start ended with $status"; tail "$folder/$attempt.log"; exit 1; }
  for _ in $(seq 50); do
    curl -s "http://127.0.0.1:$PORT/health" > /dev/null || break
    sleep 0.2
  done
  if curl -s "http://127.0.0.1:$PORT/health" > /dev/null; then
    echo "the service goes on after SIGTERM"
    exit 1
  fi
done
