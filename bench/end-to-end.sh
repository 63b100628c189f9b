#!/usr/bin/env bash
# A seeded city from files to maps: written as CSV, imported into PostGIS, analysed and published, each step in a JVM of 6 GB.
# Usage: bench/end-to-end.sh [SPACES …]      10000 unless given; also 100000 1000000 (10 GB of disk, half an hour)
# Needs target/microscape.jar (mvn -q package -DskipTests) and PostgreSQL with PostGIS, of which it starts a cluster of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
jar=$PWD/target/microscape.jar
pg=$(echo /usr/lib/postgresql/*/bin)
for needed in "$jar" "$pg/initdb"; do
    [ -e "$needed" ] || { echo "missing $needed: see the head of $0" >&2; exit 1; }
done
[ $# -gt 0 ] || set -- 10000
mvn -o -q test-compile || mvn -q test-compile
classpath=$PWD/target/bench.classpath
mvn -o -q dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test \
    || mvn -q dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test

work=$(mktemp -d)
chmod 755 "$work"
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
cleanup() {
    as_postgres "$pg/pg_ctl" -D "$work/db/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap cleanup EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
mkdir "$work/db"
[ "$(id -u)" = 0 ] && chown postgres "$work/db"
as_postgres "$pg/initdb" -D "$work/db/data" -U bench -A trust >/dev/null
as_postgres "$pg/pg_ctl" -D "$work/db/data" -w -l "$work/db/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work/db -c shared_buffers=1GB -c max_wal_size=8GB" start >/dev/null
sql() { "$pg/psql" -h 127.0.0.1 -p "$port" -U bench -qAt "$@"; }

echo "machine: $(nproc) cores, $(awk '/MemTotal/ {printf "%.0f GB", $2 / 1e6}' /proc/meminfo),$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2)"
echo "$(java -version 2>&1 | head -1); $("$pg/postgres" --version)"

# prints seconds and the most heap in use after a collection
step() { # name, arguments of microscape
    local name=$1 start end peak
    shift
    start=$(date +%s.%N)
    java -Xmx6g -Xlog:gc:file="$work/gc.log" -jar "$jar" "$@" >"$work/out.log" 2>"$work/err.log" || { tail -5 "$work/err.log" >&2; exit 1; }
    end=$(date +%s.%N)
    peak=$(sed -nE 's/.*->([0-9]+)M\(.*/\1/p' "$work/gc.log" | sort -n | tail -1)
    printf '%12s  %-32s %8.1f s   %6s MB\n' "$spaces" "$name" "$(echo "$end - $start" | bc)" "${peak:-0}"
}

printf '%12s  %-32s %10s   %9s\n' spaces step time heap
for spaces in "$@"; do
    mkdir "$work/city"
    java -cp "target/test-classes:target/classes:$(cat "$classpath")" io.microscape.bench.CityFiles "$work/city" "$spaces"
    sql -d postgres -c 'DROP DATABASE IF EXISTS city' -c 'CREATE DATABASE city'
    sql -d city -c 'CREATE EXTENSION postgis'
    export MICROSCAPE_HOME="$work/home" MICROSCAPE_DB_USER=bench MICROSCAPE_DB_PASSWORD=trusted
    export MICROSCAPE_DB_URL="jdbc:postgresql://127.0.0.1:$port/city"
    step "run: import, analyse, publish" run "$work/city/study.yml"
    step "analyse, nothing changed" analyse city
    sql -d city -c "UPDATE micro_space SET geometry = ST_Translate(geometry, 1e-5, 0) WHERE code = 'S0'"
    step "analyse, one space moved" analyse city
    step "analyse --all" analyse city --all
    step "publish" publish city
    rm -rf "$work/city" "$work/home"
done
