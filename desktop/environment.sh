# shellcheck shell=sh
# Sourced by launch.sh and tests/run.sh: the private environment, made on first use.

tell() { # the same in Chinese and in English; in a window of its own where a double-click left no terminal
    printf '%s\n' "$@" >&2
    if [ -t 2 ] || [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then return 0; fi
    text=$(printf '%s\n' "$@")
    {
        zenity --info --no-markup --timeout=60 --text="$text" || xmessage -timeout 60 "$text" ||
            notify-send ZoneBrief "$text"
    } </dev/null >/dev/null 2>&1 &
}

fail() {
    tell "$@"
    exit 1
}

find_python() ( # prints the path of a Python from 3.11 to 3.14, rather one that can make environments by itself
    IFS=:
    set -f
    for modules in ensurepip,ssl,venv sys; do
        for name in python3.13 python3.12 python3.11 python3 python3.14; do
            for folder in $PATH; do
                [ -x "$folder/$name" ] || continue
                if "$folder/$name" -I -c "import sys, $modules; sys.exit(not (3, 11) <= sys.version_info < (3, 15))" \
                    >/dev/null 2>&1; then
                    printf '%s\n' "$folder/$name"
                    return
                fi
            done
        done
    done
    return 1
)

is_whole() ( # no folder of it has changed since it was ready; whether anything is lost is then looked at file by file
    [ -e "$environment/ready" ] && [ -x "$python" ] || return 1
    IFS='
'
    set -f
    for folder in $(cat "$environment/ready"); do # rather than by `read`, which takes every letter by itself
        # shellcheck disable=SC3013 # every shell that is found as sh has it
        [ ! "$environment/$folder" -nt "$environment/ready" ] || return 1
    done
)

prepare() { # ROOT LOCK [PROGRAM …]: sets $environment and $python; the programs are wished for, not needed
    script=$1/desktop/environment.py
    shift
    sum=$(cksum <"$1")
    home=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
    environment=${XDG_DATA_HOME:-$home/.local/share}/zonebrief/env-${sum%% *}
    python=$environment/bin/python
    if is_whole; then return 0; fi
    maker=$(find_python) || fail \
        '没有找到 Python 3.11 至 3.14。请先安装，例如：sudo apt install python3 python3-venv' \
        'There is no Python 3.11 to 3.14 here. Install one first, for example: sudo apt install python3 python3-venv'
    [ -e "$environment/ready" ] || [ -n "${ZONEBRIEF_MENDED-}" ] ||
        tell '首次使用：正在准备运行环境，需要几分钟……' 'First use: the environment is being made; this takes a few minutes.'
    problem=$("$maker" -I -X utf8 "$script" "$environment" "$@") || fail "$problem"
}
