#!/bin/sh
# Wall time of whole processes: the plenary speech against a new console program, both published
# ReadyToRun for this machine. Usage: bench/start.sh [RUNS]
set -eu
runs=${1:-15}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rid=linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')

# From a copy: the lock files name no machine, and publishing for one would write it into them.
mkdir "$work/tree"
cp -r "$root/src" "$root/samples" "$root"/Directory.*.props "$root/global.json" "$root/.editorconfig" "$work/tree"
dotnet publish "$work/tree/src/Maoding" -c Release -r "$rid" -o "$work/maoding" -v quiet --nologo
mkdir "$work/hello"
cd "$work/hello"
dotnet new console -v quiet >/dev/null
dotnet publish -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -o "$work/hello/out" -v quiet --nologo
speech=$root/samples/plenary-speech.txt
dotnet run --project "$root/bench/Maoding.Bench" -c Release -- start "$runs" \
    "$work/hello/out/hello" \
    "$work/maoding/maoding decompose $speech -o $work/out.txt" \
    "$work/maoding/maoding decompose $speech -o $work/out.json"
