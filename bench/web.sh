#!/bin/sh
# The web application under load: publishes maoding, fills databases, and prints the figures of bench/README.md.
# Usage: bench/web.sh [sqlite] [postgres] [ROWS…]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rid=linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')

# From a copy: the lock files name no machine, and publishing for one would write it into them.
mkdir "$work/tree"
cp -r "$root/src" "$root/samples" "$root"/Directory.*.props "$root/global.json" "$root/.editorconfig" "$work/tree"
dotnet publish "$work/tree/src/Maoding" -c Release -r "$rid" -o "$work/maoding" -v quiet --nologo
dotnet build "$root/bench/Maoding.WebBench" -c Release -v quiet --nologo
"$root/bench/Maoding.WebBench/bin/Release/net10.0/Maoding.WebBench" "$work/maoding/maoding" "$@"
