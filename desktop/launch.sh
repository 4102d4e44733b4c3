#!/bin/sh
# Opens ZoneBrief from this folder: sh desktop/launch.sh [PACK], or any other command line of zonebrief.
set -eu
root=$(dirname "$(dirname "$(readlink -f "$0")")")
. "$root/desktop/environment.sh"
case ${1-} in
    check | export | self-test | -*) ;;
    *)
        [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}${QT_QPA_PLATFORM-}" ] || fail \
            '没有屏幕可以显示窗口（DISPLAY 和 WAYLAND_DISPLAY 都是空的）。请在桌面上打开；check、export、self-test 不需要屏幕。' \
            'There is no screen for the window (DISPLAY and WAYLAND_DISPLAY are empty). Open it from a desktop; check, export and self-test need none.'
        ;;
esac
prepare "$root" "$root/requirements.lock"
export PYTHONPATH="$root" ZONEBRIEF_LAUNCHER="$root/desktop/launch.sh"
exec "$python" -P -m desktop "$@"
