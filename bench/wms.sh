#!/usr/bin/env bash
# GetMap of the same polygons in the same style from Microscape, MapServer (on FlatGeobuf and on PostGIS) and QGIS Server,
# loaded by wrk with the same random requests, the servers in turn, every cache off; then Microscape's tiles with theirs on.
# Prints tables in Markdown. Processor time is that of a request: of the server's processes, of the web server and database
# that it needs, and of wrk on the same cores. All are warmed up alike, as long as Java's compiler takes.
# Usage: bench/wms.sh [POLYGONS …]   (default 10000; also 100000 1000000)
#        ROUNDS=3 SECONDS_EACH=10 WARM_UP=25 CONNECTIONS=4
# Needs target/microscape.jar (mvn -q package -DskipTests) and, on Debian:
#   apt install cgi-mapserver qgis-server python3-qgis spawn-fcgi nginx-light wrk postgresql-15-postgis-3 gdal-bin curl
set -euo pipefail
cd "$(dirname "$0")/.."
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(10000)
rounds=${ROUNDS:-3}
seconds=${SECONDS_EACH:-10}
warm_up=${WARM_UP:-40}
connections=${CONNECTIONS:-4}
TIMEFORMAT='%U %S'
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
    stop_servers
    as_postgres "$pg/pg_ctl" -D "$work/db/data" -m immediate stop >/dev/null
    rm -rf "$work"
} 2>/dev/null
trap '[ $? -eq 0 ] || echo "$0 did not come to its end" >&2; cleanup' EXIT

echo "machine: $(nproc) cores, $(awk '/MemTotal/ {printf "%.0f GB", $2 / 1e6}' /proc/meminfo),$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2)"
echo "$(java -version 2>&1 | head -1); $($mapserv -v | grep -o 'MapServer version [0-9.]*'); QGIS Server $(dpkg-query -W -f '${Version}' qgis-server); PostGIS $(dpkg-query -W -f '${Version}' postgresql-15-postgis-3)"
echo "wrk: $connections connections, $seconds s each after $warm_up s of warming up, $rounds rounds, 256 x 256 PNG"

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
    xargs kill <"$work/nginx.pid"
    # mapserv notes a TERM, and goes on waiting for requests
    for pids in "$work"/{mapserver,qgis}.pid; do
        xargs kill -KILL <"$pids" || true
    done
    rm -f "$work"/*.sock "$work"/{nginx,mapserver,qgis}.pid
    sleep 1
} 2>/dev/null

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
        microscape-tiles) echo "http://127.0.0.1:$own_port/tiles/bench:net_carbon/" ;;
        mapserver-fgb-simplified) echo "http://127.0.0.1:$web_port/mapserver?map=$work/simplified.map&$common&LAYERS=flatgeobuf&STYLES=" ;;
        mapserver-fgb) echo "http://127.0.0.1:$web_port/mapserver?$common&LAYERS=flatgeobuf&STYLES=" ;;
        mapserver-postgis) echo "http://127.0.0.1:$web_port/mapserver?$common&LAYERS=postgis&STYLES=" ;;
        qgis-postgis) echo "http://127.0.0.1:$web_port/qgis?$common&LAYERS=polygons&STYLES=" ;;
    esac
}

ticks() { # processor time of processes and of their dead children, in hundredths of a second
    [ $# -eq 0 ] && { echo 0; return; }
    sed 's/.*) //' $(printf '/proc/%s/stat ' "$@") 2>/dev/null | awk '{s += $12 + $13 + $14 + $15} END {print s + 0}'
}

with_children() { for parent in "$@"; do echo "$parent"; pgrep -P "$parent" || true; done; }

processes() { # server: those of the server itself
    case $1 in
        microscape*) echo "$own_pid" ;;
        mapserver-*) cat "$work/mapserver.pid" ;;
        qgis-*) cat "$work/qgis.pid" ;;
    esac
}

helpers() { # server: web server and database that it needs
    case $1 in
        microscape*) ;;
        *-postgis) with_children "$(cat "$work/nginx.pid")" "$(head -1 "$work/db/data/postmaster.pid")" ;;
        *) with_children "$(cat "$work/nginx.pid")" ;;
    esac
}

load() { # server, ends of addresses, seconds: requests a second, p50 and p99 in ms, failures, requests, processor ms a request of server, helpers and wrk
    local own helping
    own=$(ticks $(processes "$1")) helping=$(ticks $(helpers "$1"))
    { time wrk -t1 -c"$connections" -d"${3}s" --latency -s "$here/requests.lua" "$(address "$1")" -- "$2" >"$work/wrk.out" 2>&1; } 2>"$work/wrk.time" ||
        { echo "wrk failed on $1:" >&2; cat "$work/wrk.out" >&2; exit 1; }
    own=$(($(ticks $(processes "$1")) - own)) helping=$(($(ticks $(helpers "$1")) - helping))
    awk -v own="$own" -v helping="$helping" 'NR == FNR {wrk = $1 + $2; next}
        /^bench:/ {print $2, $3, $4, $5, $6, own * 10 / $6, helping * 10 / $6, wrk * 1000 / $6}' "$work/wrk.time" "$work/wrk.out"
}

memory() { ps -o rss= -p "$(processes "$1" | paste -sd,)" | awk '{s += $1} END {printf "%.0f", s / 1024}'; }

median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

measure() { # view, servers: each in turn, warmed up before, as a table
    local view=$1 server round
    shift
    for server; do
        load "$server" "$work/$view.requests" "$warm_up" >/dev/null
    done
    for round in $(seq "$rounds"); do
        for server; do
            load "$server" "$work/$view.requests" "$seconds" >>"$work/$view.$server"
        done
    done
    echo
    echo "| $(of "$view") | requests/s | p50 ms | p99 ms | p99 / p50 | failed | server ms | its helpers ms | wrk ms | RSS MB |"
    echo "|---|---|---|---|---|---|---|---|---|---|"
    for server; do
        column() { awk -v c="$1" '{print $c}' "$work/$view.$server" | median; }
        printf '| %s | %.0f | %.1f | %.1f | %.1f | %d | %.2f | %.2f | %.2f | %s |\n' "$server" "$(column 1)" "$(column 2)" "$(column 3)" \
            "$(awk '{print $3 / $2}' "$work/$view.$server" | median)" "$(awk '{s += $4} END {print s}' "$work/$view.$server")" \
            "$(column 6)" "$(column 7)" "$(column 8)" "$(memory "$server")"
    done
    echo
}

of() {
    case $1 in
        near) echo 'about 100 polygons in view' ;;
        all) echo 'all polygons in view' ;;
        tiles) echo 'tiles of about 100 polygons, kept' ;;
    esac
}

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
    sed '/APPROXIMATION_SCALE/d' "$work/polygons.map" >"$work/simplified.map"
    QT_QPA_PLATFORM=offscreen HOME="$work" /usr/bin/python3 "$here/qgis_project.py" "$db_port" "$here/net_carbon.sld" "$work/polygons.qgs" 2>/dev/null
    chmod 644 "$work"/polygons.* "$work/simplified.map"
    start_servers
    python3 "$here/requests.py" "$n" 100 >"$work/near.requests"
    python3 "$here/requests.py" "$n" all >"$work/all.requests"
    python3 "$here/requests.py" "$n" tiles >"$work/tiles.requests"
    start=$(date +%s%N)
    start_own
    echo "serving after $((($(date +%s%N) - start) / 1000000)) ms"
    others="mapserver-fgb mapserver-fgb-simplified mapserver-postgis qgis-postgis"
    for view in near all; do
        printf 'first map after the start, %s: %s s\n' "$(of $view)" \
            "$(curl -sf "$(address microscape)$(head -1 "$work/$view.requests")" -o /dev/null -w '%{time_total}')"
    done
    for view in near all; do
        for server in microscape $others; do
            curl -s "$(address "$server")$(head -1 "$work/$view.requests")" -o "$work/$server.png"
            head -c 4 "$work/$server.png" | grep -q PNG ||
                { echo "$server gave no map:" >&2; head -c 600 "$work/$server.png" >&2; tail -3 "$work/nginx.log" >&2; exit 1; }
        done
        different=$(/usr/bin/python3 "$here/compare.py" "$work/microscape.png" $(printf "$work/%s.png " $others) 2>"$work/compare.log") ||
            { echo "the pictures cannot be compared:" >&2; cat "$work/compare.log" >&2; exit 1; }
        sed 's/^/- /' "$work/compare.log"
        measure "$view" microscape $others
        fastest=0
        for server in $others; do
            if grep -qx "$server" <<<"$different"; then
                echo "$server draws another map and is left out of the ratio."
            else
                fastest=$(awk '{print $1}' "$work/$view.$server" | median | awk -v best="$fastest" '{print ($1 > best ? $1 : best)}')
            fi
        done
        awk '{print $1}' "$work/$view.microscape" | median |
            awk -v best="$fastest" '{if (best > 0) printf "Ratio to the fastest of the others: **%.1f**\n", $1 / best; else print "Nobody to compare with."}'
        echo
    done
    measure tiles microscape-tiles
    rm -f "$work"/{near,all,tiles}.*
    kill "$own_pid"
    wait "$own_pid" 2>/dev/null || true
    own_pid=""
    stop_servers
done
