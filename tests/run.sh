#!/bin/sh
# Every check of the project, the tests last: sh tests/run.sh [options and paths for pytest]
set -eu
root=$(dirname "$(dirname "$(readlink -f "$0")")")
. "$root/desktop/environment.sh"
prepare "$root" "$root/tests/requirements.lock" Xvfb xdotool xrandr dbus-daemon strace soffice pdftoppm qpdf
cd "$root"
export PYTHONPATH="$root" QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"

failed=
step() {
    printf '\n== %s\n' "$*"
    "$@" || failed="$failed; $*"
}
PATH=$environment/bin:$PATH
step ruff check .
step ruff format --check .
step mypy
step lint-imports --no-logo
printf '\n== pytest\n'
[ -z "$failed" ] || printf 'Failed before the tests: %s\n' "${failed#; }"
status=0
"$python" -m pytest -n 2 "$@" || status=$?
[ "$status" -ne 0 ] || [ -z "$failed" ] || status=1
exit "$status"
