#!/usr/bin/env bash
# Brings Chromium, which the tests of the hosted page drive. Does nothing where there is one already.
set -euo pipefail

for browser in chromium chromium-browser google-chrome; do
  if command -v "$browser" >/dev/null; then exit 0; fi
done

explain() {
  cat >&2 <<'EOF'
The tests of the hosted page need Chromium, and it could not be installed here. Install it yourself:
  Debian, Ubuntu   sudo apt-get install chromium
  Fedora           sudo dnf install chromium
  macOS            brew install --cask chromium
or say where it is: KONTOR_TEST_BROWSER=/path/to/chromium npm test
EOF
  exit 1
}

command -v apt-get >/dev/null || explain
as_root=()
if (($(id -u) != 0)); then
  if ! sudo -n true 2>/dev/null; then explain; fi
  as_root=(sudo -n)
fi
echo 'Installing Chromium for the browser tests …' >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq >&2 || explain
"${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >&2 || explain
