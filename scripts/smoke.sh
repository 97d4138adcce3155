#!/bin/sh
# Runs the launcher as a user does: the build it makes, another folder, a symlink, good and bad input.

set -u
cd -P "$(dirname "$0")/.." || exit 1
root=$PWD
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# expect EXIT-CODE TEXT COMMAND...: the command must end so, and say so on stdout or stderr.
expect() {
  code=$1
  text=$2
  shift 2
  "$@" >"$scratch/output" 2>&1
  got=$?
  if [ "$got" -ne "$code" ] || ! grep -q -- "$text" "$scratch/output"; then
    echo "launcher: '$*' ended with $got (expected $code) and must print '$text'; it printed:" >&2
    cat "$scratch/output" >&2
    exit 1
  fi
}

expect 0 "plan" "$root/spotwright" --help
ln -s "$root/spotwright" "$scratch/link"
cd "$scratch" || exit 1
expect 0 "plan" ./link --help
expect 2 "no-such-verb" ./link no-such-verb
cd "$root" || exit 1
expect 0 "westeurope" ./spotwright catalog --region westeurope --families Dasv5
expect 0 "Standard_" ./spotwright plan examples/online-shop
echo "launcher: 5 commands behave"
