#!/bin/bash
# Runs the OGC's conformance suite for WMS 1.3.0 against this service and prints what passed, failed and passed empty.
#
#   conformance/wms13.sh DATA     DATA = folder of the suite's shapefiles (BasicPolygons.shp …)
#
# ETS_WMS13       checkout of github.com/opengeospatial/ets-wms13; cloned when not set
# MICROSCAPE_RUN  command that runs Microscape; by default java -jar target/microscape.jar
# Exit code 1 when a test failed or passed without having looked at anything.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${1:?folder of the shapefiles}" && pwd)
run=${MICROSCAPE_RUN:-java -jar $here/../target/microscape.jar}
work=$(mktemp -d)
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -rf "$work"' EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

ets=${ETS_WMS13:-}
if [ -z "$ets" ]; then
    ets=$work/ets
    git clone --quiet --depth 1 https://github.com/opengeospatial/ets-wms13 "$ets"
fi
cp -r "$ets/src/main/scripts/ctl" "$work/ctl"
# as it stands this test passes whatever the parser finds: it looks at an element that is always there
sed -i 's|not($reparsed-capabilities/\*)|not($reparsed-capabilities/response/content/*)|' "$work/ctl/getcapabilities.xml"

mvn -B -q -f "$here/teamengine.xml" dependency:build-classpath -Dmdep.outputFile="$work/classpath"
resources=$(tr ':' '\n' <"$work/classpath" | grep teamengine-resources)
schemas=$(tr ':' '\n' <"$work/classpath" | grep ogc-schemas)
python3 - "$resources" "$work/ctl" <<'PY'
import pathlib, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as jar:
    for name in jar.namelist():
        if name.endswith(".ctl"):
            (pathlib.Path(sys.argv[2]) / pathlib.Path(name).name).write_bytes(jar.read(name))
PY

mkdir "$work/study"
proxy=$(free_port)
sed "s|PORT|$proxy|" "$here/cite-study.yml" >"$work/study/cite-study.yml"
[ ! -d "$here/styles" ] || cp -r "$here/styles" "$work/study/"
ln -s "$data" "$work/study/data"
export MICROSCAPE_WMS_CONTACT_PERSON="Map desk" MICROSCAPE_WMS_CONTACT_ORGANIZATION="Microscape" \
    MICROSCAPE_WMS_CONTACT_EMAIL="maps@example.org"
# the update sequence must be able to go down by one and stay a sequence: publish twice
$run run "$work/study/cite-study.yml" --home "$work/home" 2>"$work/run.log" >/dev/null || { cat "$work/run.log"; exit 1; }
$run publish cite --home "$work/home" 2>"$work/run.log" >/dev/null || { cat "$work/run.log"; exit 1; }
port=$(free_port)
$run serve --home "$work/home" --port "$port" >"$work/serve.log" 2>&1 &
pids+=($!)
python3 "$here/schema_proxy.py" "$schemas" "$proxy" &
pids+=($!)
capabilities="http://127.0.0.1:$port/wms?SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0"
for _ in $(seq 120); do
    if python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=5)' "$capabilities" 2>/dev/null; then break; fi
    sleep 1
done

mkdir -p "$work/log"
java -Djava.awt.headless=true -DTE_BASE="$work" -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort="$proxy" \
    -Dhttp.nonProxyHosts='localhost|127.*' -cp "$(cat "$work/classpath")" com.occamlab.te.Test \
    -cmd=wms13.sh -source="$work/ctl/main-auto.xml" -source="$work/ctl/parsers.ctl" -source="$work/ctl/functions.ctl" \
    -logdir="$work/log" -session=s1 -test=main:main-auto -validate=no \
    "@capabilities-url=$capabilities" @updatesequence=auto @high-updatesequence= @low-updatesequence= \
    @basic=basic @queryable=queryable @recommended=recommended \
    @raster_elevation= @vector_elevation= @time= >"$work/suite.log" 2>&1 || true
cp -r "$work/log" "${CITE_LOG:-$work/copied-log}"
cp "$work/suite.log" "${CITE_LOG:-$work/copied-log}/suite.log"
python3 "$here/summary.py" "$work/log/s1"
