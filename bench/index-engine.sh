#!/usr/bin/env bash
# The index engine against PostGIS on the same seeded town, both sides in turn, and its growth.
# Usage: bench/index-engine.sh [SPACES [ROUNDS]]        comparison, 10000 spaces and 3 rounds unless given
#        bench/index-engine.sh growth [SPACES …]         10000 100000 1000000 unless given, heap of 6 GB
# PostGIS is a throw-away cluster of this machine's PostgreSQL, or MICROSCAPE_TEST_POSTGIS_URL (_USER, _PASSWORD).
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -o -q test-compile || mvn -q test-compile
classpath=target/bench.classpath
mvn -o -q dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test \
    || mvn -q dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test
benchmark() {
    java -Xmx6g -cp "target/test-classes:target/classes:$(cat "$classpath")" \
        io.microscape.bench.IndexEngineBenchmark "$@"
}
if [ "${1:-}" = growth ]; then
    shift
    [ $# -gt 0 ] || set -- 10000 100000 1000000
    benchmark growth "$@"
else
    benchmark compare "${1:-10000}" "${2:-3}"
fi
