#!/usr/bin/env bash
# How long people wait: --help, a run of the sample study on a fresh home, the same again, and serve until the map answers.
# Usage: bench/startup.sh [RUNS]     (needs target/microscape.jar: mvn -q package -DskipTests)
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
jar=target/microscape.jar
study=sample-data/chongqing/study.yml
[ -f "$jar" ] || { echo "missing $jar: run mvn -q package -DskipTests first" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

now() { date +%s%N; }

report() { # name; milliseconds, one a line, on stdin
    sort -n | awk -v name="$1" '{v[NR]=$1} END {m = (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2
        printf "%-42s %6.0f ms (median of %d, %d to %d)\n", name, m, NR, v[1], v[NR]}'
}

measure() { # name, command …
    local name=$1 start
    shift
    for _ in $(seq "$runs"); do
        start=$(now)
        "$@" >"$work/out" 2>&1 || { cat "$work/out" >&2; exit 1; }
        echo $((($(now) - start) / 1000000))
    done | report "$name"
}

fresh_run() {
    rm -rf "$work/home"
    java -jar "$jar" run "$study" --home "$work/home"
}

serve_until_map() {
    local log=$work/serve.log pid port
    : >"$log"
    java -jar "$jar" serve "$study" --home "$work/home" --port 0 >"$log" 2>&1 &
    pid=$!
    until grep -q 'is ready' "$log"; do
        kill -0 "$pid" 2>/dev/null || return 1
        sleep 0.02
    done
    port=$(sed -n 's/.*WMS http:[^:]*:\([0-9]*\).*/\1/p' "$log")
    curl -sf "http://127.0.0.1:$port/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=chongqing:net_carbon&STYLES=&CRS=CRS:84&BBOX=106.38,29.78,106.43,29.83&WIDTH=512&HEIGHT=512&FORMAT=image/png" -o "$work/map.png"
    now >"$work/answered"
    kill "$pid"
    wait "$pid" 2>/dev/null || true
}

measure_serve() {
    for _ in $(seq "$runs"); do
        local start
        start=$(now)
        serve_until_map
        echo $((($(cat "$work/answered") - start) / 1000000))
    done | report "serve, sample study already run: first map"
}

echo "$(nproc) cores, $(java -version 2>&1 | head -n 1)"
measure "--help" java -jar "$jar" --help
measure "run of the sample study, fresh home" fresh_run
measure "run of the sample study again" java -jar "$jar" run "$study" --home "$work/home"
measure_serve
