#!/bin/sh
# Opens ZoneBrief from this folder: zonebrief.sh [PACK], or any other command line of zonebrief.
exec "$(dirname "$(readlink -f "$0")")/program/zonebrief" "$@"
