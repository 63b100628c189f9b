#!/usr/bin/env bash
# GetMap of the same polygons in the same style from Microscape, MapServer (on FlatGeobuf and on PostGIS) and QGIS Server,
# loaded by wrk with the same random requests, the servers in turn, every cache off; then Microscape's tiles with theirs on.
# Usage: bench/wms.sh [POLYGONS …]   (default 10000; also 100000 1000000)      ROUNDS=3 SECONDS_EACH=10 CONNECTIONS=4
# Needs target/microscape.jar (mvn -q package -DskipTests) and, on Debian:
#   apt install cgi-mapserver qgis-server python3-qgis spawn-fcgi nginx-light wrk postgresql-15-postgis-3 gdal-bin curl
set -euo pipefail
cd "$(dirname "$0")/.."
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(10000)
rounds=${ROUNDS:-3}
seconds=${SECONDS_EACH:-10}
connections=${CONNECTIONS:-4}
here=$PWD/bench/wms
jar=$PWD/target/microscape.jar
mapserv=/usr/lib/cgi-bin/mapserv
qgis=/usr/lib/cgi-bin/qgis_mapserv.fcgi
pg=$(echo /usr/lib/postgresql/*/bin)
for needed in "$jar" "$mapserv" "$qgis" "$pg/initdb"; do
    [ -e "$needed" ] || { echo "missing $needed: see the head of $0" >&2; exit 1; }
done
for needed in wrk nginx spawn-fcgi ogr2ogr curl; do
    PATH=$PATH:/usr/sbin command -v "$needed" >/dev/null || { echo "missing $needed: see the head of $0" >&2; exit 1; }
done

work=$(mktemp -d)
chmod 755 "$work"
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
db_port=$(free_port) web_port=$(free_port) own_port=$(free_port)
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
own_pid=""
cleanup() {
    set +e
    [ -n "$own_pid" ] && kill "$own_pid"
    for pid in "$work"/*.pid; do [ -f "$pid" ] && xargs kill <"$pid"; done
    as_postgres "$pg/pg_ctl" -D "$work/db/data" -m immediate stop >/dev/null
    rm -rf "$work"
} 2>/dev/null
trap cleanup EXIT

echo "machine: $(nproc) cores, $(awk '/MemTotal/ {printf "%.0f GB", $2 / 1e6}' /proc/meminfo),$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2)"
echo "$(java -version 2>&1 | head -1); $($mapserv -v | grep -o 'MapServer version [0-9.]*'); QGIS Server $(dpkg-query -W -f '${Version}' qgis-server); PostGIS $(dpkg-query -W -f '${Version}' postgresql-15-postgis-3)"
echo "wrk: $connections connections, $seconds s each, $rounds rounds, 256 x 256 PNG"

mkdir "$work/db"
[ "$(id -u)" = 0 ] && chown postgres "$work/db"
as_postgres "$pg/initdb" -D "$work/db/data" -U bench -A trust >/dev/null
as_postgres "$pg/pg_ctl" -D "$work/db/data" -w -l "$work/db/log" \
    -o "-p $db_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work/db -c shared_buffers=1GB -c max_wal_size=4GB" start >/dev/null
sql() { "$pg/psql" -h 127.0.0.1 -p "$db_port" -U bench -qAt "$@"; }

start_fcgi() { # name, program; two processes, as many as cores are asked for by the others
    spawn-fcgi -s "$work/$1.sock" -M 666 -F "$(nproc)" -P "$work/$1.pid" -- "$2" >/dev/null
}

start_servers() {
    printf 'CONFIG\n  ENV\n    MS_MAP_PATTERN "."\n  END\nEND\n' >"$work/mapserver.conf"
    export MAPSERVER_CONFIG_FILE="$work/mapserver.conf"
    export MS_MAPFILE="$work/polygons.map" QGIS_PROJECT_FILE="$work/polygons.qgs" QT_QPA_PLATFORM=offscreen
    export QGIS_SERVER_LOG_LEVEL=2 QGIS_SERVER_PARALLEL_RENDERING=0 HOME="$work"
    start_fcgi mapserver "$mapserv"
    start_fcgi qgis "$qgis"
    sed -e "s#@WORK@#$work#g" -e "s#@PORT@#$web_port#" -e "s#@CORES@#$(nproc)#" "$here/nginx.conf" >"$work/nginx.conf"
    PATH=$PATH:/usr/sbin nginx -c "$work/nginx.conf" -p "$work"
}

stop_servers() {
    for name in nginx mapserver qgis; do
        [ -f "$work/$name.pid" ] && xargs kill <"$work/$name.pid" 2>/dev/null || true
    done
    rm -f "$work"/*.sock "$work"/{nginx,mapserver,qgis}.pid
    sleep 1
}

start_own() {
    java -Xmx2g -jar "$jar" serve --home "$work/home" --port "$own_port" >"$work/own.log" 2>&1 &
    own_pid=$!
    until curl -sf "http://127.0.0.1:$own_port/actuator/health" >/dev/null; do
        kill -0 "$own_pid" || { cat "$work/own.log" >&2; exit 1; }
        sleep 0.2
    done
}

address() { # server
    local common="SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&CRS=CRS:84&WIDTH=256&HEIGHT=256&FORMAT=image/png"
    case $1 in
        microscape) echo "http://127.0.0.1:$own_port/wms?$common&LAYERS=bench:net_carbon&STYLES=" ;;
        mapserver-fgb) echo "http://127.0.0.1:$web_port/mapserver?$common&LAYERS=flatgeobuf&STYLES=" ;;
        mapserver-postgis) echo "http://127.0.0.1:$web_port/mapserver?$common&LAYERS=postgis&STYLES=" ;;
        qgis-postgis) echo "http://127.0.0.1:$web_port/qgis?$common&LAYERS=polygons&STYLES=" ;;
    esac
}

load() { # server, file of boxes: requests a second, p50 and p99 in ms, failed requests
    wrk -t1 -c"$connections" -d"${seconds}s" --latency -s "$here/boxes.lua" "$(address "$1")" -- "$2" 2>&1 |
        awk '/^bench:/ {print $2, $3, $4, $5}'
}

memory() { # server: resident MB of all its processes
    case $1 in
        microscape) ps -o rss= -p "$own_pid" ;;
        mapserver-*) xargs -n1 ps -o rss= -p <"$work/mapserver.pid" ;;
        qgis-*) xargs -n1 ps -o rss= -p <"$work/qgis.pid" ;;
    esac | awk '{s += $1} END {printf "%.0f", s / 1024}'
}

median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

for n in "${sizes[@]}"; do
    echo
    echo "== $n polygons"
    rm -rf "$work/home"
    sql -d postgres -c 'DROP DATABASE IF EXISTS microscape' -c 'CREATE DATABASE microscape' \
        -c 'DROP DATABASE IF EXISTS polygons' -c 'CREATE DATABASE polygons' 2>/dev/null
    sql -d microscape -c 'CREATE EXTENSION postgis'
    sql -d polygons -c 'CREATE EXTENSION postgis'
    awk -v n="$n" -v spaces="$work/spaces.csv" -v carbon="$work/carbon.csv" -f "$here/polygons.awk"
    mkdir -p "$work/study/styles"
    cp "$here/study.yml" "$work/study/"
    cp "$here/net_carbon.sld" "$work/study/styles/"
    export MICROSCAPE_DB_URL="jdbc:postgresql://127.0.0.1:$db_port/microscape" MICROSCAPE_DB_USER=bench MICROSCAPE_DB_PASSWORD=bench
    import() {
        java -Xmx2g -jar "$jar" import "$work/study/study.yml" "$@" --home "$work/home" >"$work/import.log" 2>&1 ||
            { cat "$work/import.log" >&2; exit 1; }
    }
    import spaces "$work/spaces.csv" --crs EPSG:4326
    import carbon "$work/carbon.csv"
    start=$(date +%s%N)
    java -Xmx2g -jar "$jar" publish "$work/study/study.yml" --home "$work/home" >"$work/publish.log" 2>&1 ||
        { cat "$work/publish.log" >&2; exit 1; }
    echo "published in $((($(date +%s%N) - start) / 1000000)) ms (start of Java included)"
    snapshot=$(ls "$work"/home/layers/bench/net_carbon/*.fgb)
    cp "$snapshot" "$work/polygons.fgb"
    chmod 644 "$work/polygons.fgb"
    ogr2ogr -f PostgreSQL "PG:host=127.0.0.1 port=$db_port user=bench dbname=polygons" "$work/polygons.fgb" \
        -nln polygons -lco GEOMETRY_NAME=geometry -lco FID=id --config PG_USE_COPY YES
    sql -d polygons -c 'CLUSTER polygons USING polygons_geometry_geom_idx' -c 'VACUUM ANALYZE polygons'
    sed -e "s#@WORK@#$work#g" -e "s#@DB_PORT@#$db_port#g" "$here/polygons.map" >"$work/polygons.map"
    QT_QPA_PLATFORM=offscreen HOME="$work" /usr/bin/python3 "$here/qgis_project.py" "$db_port" "$here/net_carbon.sld" "$work/polygons.qgs" 2>/dev/null
    chmod 644 "$work"/polygons.*
    start_servers
    start=$(date +%s%N)
    start_own
    echo "serving after $((($(date +%s%N) - start) / 1000000)) ms"
    python3 "$here/boxes.py" "$n" 100 >"$work/near.boxes"
    python3 "$here/boxes.py" "$n" all >"$work/all.boxes"
    servers="microscape mapserver-fgb mapserver-postgis qgis-postgis"
    start=$(date +%s%N)
    curl -sf "$(address microscape)&BBOX=$(head -1 "$work/all.boxes")" -o "$work/first.png"
    echo "first map of all polygons after $((($(date +%s%N) - start) / 1000000)) ms"
    for view in near all; do
        echo "-- $([ $view = near ] && echo 'about 100 polygons in view' || echo 'all polygons in view')"
        for server in $servers; do
            curl -s "$(address "$server")&BBOX=$(head -1 "$work/$view.boxes")" -o "$work/$server.png"
        done
        for server in $servers; do
            head -c 4 "$work/$server.png" | grep -q PNG || { echo "$server gave no map:" >&2; head -c 600 "$work/$server.png" >&2; tail -3 "$work/nginx.log" >&2; exit 1; }
        done
        /usr/bin/python3 "$here/compare.py" "$work"/{microscape,mapserver-fgb,mapserver-postgis,qgis-postgis}.png
        load microscape "$work/$view.boxes" >/dev/null
        for round in $(seq "$rounds"); do
            for server in $servers; do
                load "$server" "$work/$view.boxes" >>"$work/$view.$server"
            done
        done
        printf '%-18s %12s %9s %9s %8s %8s\n' server 'requests/s' 'p50 ms' 'p99 ms' failed 'RSS MB'
        for server in $servers; do
            printf '%-18s %12.1f %9.2f %9.2f %8d %8s\n' "$server" \
                "$(awk '{print $1}' "$work/$view.$server" | median)" "$(awk '{print $2}' "$work/$view.$server" | median)" \
                "$(awk '{print $3}' "$work/$view.$server" | median)" "$(awk '{s += $4} END {print s}' "$work/$view.$server")" \
                "$(memory "$server")"
        done
        own=$(awk '{print $1}' "$work/$view.microscape" | median)
        best=$(for server in mapserver-fgb mapserver-postgis qgis-postgis; do awk '{print $1}' "$work/$view.$server" | median; done | sort -n | tail -1)
        awk -v own="$own" -v best="$best" 'BEGIN {printf "ratio to the fastest of the others: %.1f\n", own / best}'
        rm -f "$work/$view".[mq]*
    done
    kill "$own_pid"
    wait "$own_pid" 2>/dev/null || true
    own_pid=""
    stop_servers
done
