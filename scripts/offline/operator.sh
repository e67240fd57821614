#!/usr/bin/env bash
# operator.sh <archive>: an operator who has docs/deploy.md and the archive. A systemd of its own is booted on this
# machine's files, without any network but loopback; in it every command of the page runs as it stands there, from the
# installation to the way back from an upgrade. Nothing of it is left on this machine.
set -euo pipefail

archive=$(realpath "$1")
has() { command -v "$1" > /dev/null; }
if [ "$(id -u)" -ne 0 ] || ! has systemd-nspawn || ! has dbus-daemon || [ ! -x /usr/lib/systemd/systemd ]; then
  echo "skipped: docs/deploy.md under systemd (needs root, systemd-container and dbus)"
  exit 0
fi
# In a namespace of its own: what is mounted ends with it.
if [ "${2:-}" != mounted ]; then exec unshare --mount --propagation private "$0" "$archive" mounted; fi

place=$(mktemp -d)
trap 'umount -R "$place" 2> /dev/null; rmdir "$place"' EXIT
mount -t tmpfs tmpfs "$place"
mkdir "$place/upper" "$place/work" "$place/tree"
if ! mount -t overlay overlay -o "lowerdir=/,upperdir=$place/upper,workdir=$place/work" "$place/tree"; then
  echo "skipped: docs/deploy.md under systemd (no overlay on this machine)"
  exit 0
fi
desk=$place/tree/srv/desk
mkdir -p "$desk"

# What an operator is given: the archive, the next one, a bundle with its public keys.
name=$(basename "$archive" .tar.gz)
next=${name/-[0-9]*.[0-9]*.[0-9]*-linux/-0.2.0-linux}
cp "$archive" "$archive.sha256" "$desk"
cp "$archive" "$desk/$next.tar.gz"
sed "s/$name/$next/" "$archive.sha256" > "$desk/$next.tar.gz.sha256"
node src/cli/main.ts bundle key "$place/publisher.jwk" > "$desk/keys.json"
node src/cli/main.ts bundle sign --key "$place/publisher.jwk" --cases test/cases/grade.yaml --sequence 1 \
  --out "$desk/r1.tar.gz" > /dev/null

# Every block of the page between the making of the archive and the containers.
{
  echo 'cd /srv/desk; HOME=/srv/desk'
  command -v sudo > /dev/null || echo 'sudo() { "$@"; }'
  echo 'set -x'
  awk '/^## 容器/ { exit } /^```sh$/ { f = ++n > 1; next } /^```$/ { f = 0 } f' docs/deploy.md
  echo 'set +x; echo "the page was followed to its end"'
} > "$desk/walk.sh"

cat > "$place/tree/etc/systemd/system/walk.service" <<'UNIT'
[Unit]
Wants=dbus.socket
After=basic.target dbus.socket
SuccessAction=poweroff-force
FailureAction=poweroff-force
[Service]
Type=oneshot
ExecStart=/bin/bash -eu -o pipefail /srv/desk/walk.sh
StandardOutput=file:/srv/desk/walk.log
StandardError=inherit
TimeoutStartSec=600
UNIT

timeout 700 systemd-nspawn --directory="$place/tree" --private-network --register=no --keep-unit --quiet \
  --boot -- --unit=walk.service < /dev/null > "$place/boot.log" 2>&1 || true
if [ ! -e "$desk/walk.log" ]; then
  tail -5 "$place/boot.log"
  echo "skipped: docs/deploy.md under systemd (it does not boot on this machine)"
  exit 0
fi
mkdir -p build && cp "$desk/walk.log" build/operator.log
if ! grep -q '^the page was followed to its end$' "$desk/walk.log"; then
  tail -60 "$desk/walk.log"
  echo "docs/deploy.md cannot be followed"
  exit 1
fi
# What the operator saw on the way.
for seen in 'Active: active (running)' '公钥只在此显示一次' '"least":"重大"' '✓ 全部成立' 'desk-7 启用' 'desk-7 退回' \
  '"active_revision"'; do
  grep -qF -- "$seen" "$desk/walk.log" || { cat "$desk/walk.log"; echo "not seen: $seen"; exit 1; }
done
echo "docs/deploy.md was followed under systemd without a network"
