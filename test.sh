#!/usr/bin/env bash
# ./test.sh           checks format, builds with warnings as errors, runs every test that is not long
# ./test.sh --long    builds what changed and runs the long tests, [Trait("Part", "long")]; docs/testing.md says why they are apart
# ./test.sh FILTER    runs the tests whose class or method name contains FILTER, long ones too
# Closes with a line "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"
filter=${1:-}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Written documents are opened by LibreOffice and looked at as pictures; pages are opened by Chromium; storage runs on PostgreSQL too.
packages=(libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-cjk poppler-utils chromium-headless-shell postgresql)
# The build fetches style sheets with npm, wherever it comes from.
command -v npm >/dev/null || packages+=(nodejs npm)

install_packages() {
    local missing=()
    for package in "${packages[@]}"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "The tests need these Debian packages: ${missing[*]}. Install them, or run this as root." >&2
            exit 1
        fi
        root=(sudo)
    fi
    "${root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

command -v dotnet >/dev/null || { echo "The .NET 10 SDK is missing: install it and run this again." >&2; exit 1; }
command -v apt-get >/dev/null && install_packages

dotnet restore Maoding.slnx --locked-mode
# Style and analyzers are the build's, as errors; white space is the formatter's alone.
format=
if [ -z "$filter" ]; then
    dotnet format whitespace . --folder --verify-no-changes &
    format=$!
fi
# One compiler for all projects, of this run alone: started anew for each it reads its analyzers eighteen times. It ends with the build.
compiler="maoding-test-$$"
trap 'pkill -f -- "-pipename:$compiler" || true' EXIT
dotnet build Maoding.slnx -c Release --no-restore -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler"
pkill -f -- "-pipename:$compiler" || true
[ -z "$format" ] || wait "$format"

# All at once: each has waiting in it that another fills.
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
case "$filter" in
    "") arguments=(-trait- "Part=long") ;;
    --long) arguments=(-trait "Part=long") ;;
    *) arguments=(-method "*$filter*") ;;
esac
for project in tests/*.Tests; do
    name=$(basename "$project")
    { code=0; "$project/bin/Release/net10.0/$name" "${arguments[@]}" -noColor >"$logs/$name" 2>&1 || code=$?; echo "$code" >"$logs/$name.code"; } &
done
wait

passed=0 failed=0 skipped=0 broken=0
for project in tests/*.Tests; do
    name=$(basename "$project") log="$logs/$(basename "$project")"
    code=$(cat "$log.code")
    cat "$log"
    sed -n '/\[FAIL\]$/,/^ *Stack Trace:/p' "$log" >>"$logs/failures"
    count() { sed -n "s/.*Total: [0-9]*,.*$1: \([0-9]*\).*/\1/p" "$log" | tail -n 1; }
    t=$(sed -n 's/.*Total: \([0-9]*\).*/\1/p' "$log" | tail -n 1)
    e=$(count Errors) f=$(count Failed) s=$(count Skipped)
    f=$((${f:-0} + ${e:-0})) p=$((${t:-0} - ${f:-0} - ${s:-0}))
    if [ -z "$t" ] || { [ "$code" -ne 0 ] && [ "$f" -eq 0 ]; }; then
        echo "$name ended with exit code $code without telling why." >&2
        broken=1
    fi
    passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
done

# Once more at the end, where they are found.
cat "$logs/failures"
[ "$skipped" -gt 0 ] && echo "$skipped skipped (tests say why above)"
[ "$broken" -ne 0 ] && failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
