#!/usr/bin/env bash
# Times of the index engine's inner kernels on spaces of a seeded town, by JMH.
# Usage: bench/kernels.sh [JMH OPTIONS]      such as: bench/kernels.sh -f 1 -wi 3 -i 5 zoneArea
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -o -q test-compile || mvn -q test-compile
classpath=target/bench.classpath
mvn -o -q dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test \
    || mvn -q dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test
exec java -cp "target/test-classes:target/classes:$(cat "$classpath")" org.openjdk.jmh.Main "$@"
