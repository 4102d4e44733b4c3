# bash completion for zonebrief
_zonebrief() {
    local current=${COMP_WORDS[COMP_CWORD]} options=--help words=
    COMPREPLY=()
    case ${COMP_WORDS[COMP_CWORD - 1]} in
        --size) words='1280x720 1920x1080 3840x2160' ;;
        --language) words='zh en' ;;
        --pages) words='industry investment livelihood' ;;
        --show | --wall | --seconds | --pin) return ;;
    esac
    case $COMP_CWORD:${COMP_WORDS[1]} in
        1:*) options+=' --version' ;;
        *:present) options+=' --show --rehearse --wall --kiosk --seconds --pin' ;;
        *:check) options+=' --json --strict' ;;
        *:self-test) options+=' --json' ;;
        *:export) options+=' --show --pages --handout --scripts --size --language' ;;
    esac
    case $words$current in
        -*) words=$options ;;
    esac
    if [ -n "$words" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        return
    fi
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -d -- "$current"; compgen -f -X '!*.zonebrief' -- "$current")
    [ "$COMP_CWORD" -ne 1 ] || COMPREPLY+=($(compgen -W 'present check export self-test' -- "$current"))
}
complete -F _zonebrief zonebrief
