# bash completion for zonebrief
_zonebrief() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    if [ "$previous" = --size ]; then
        mapfile -t COMPREPLY < <(compgen -W '1280x720 1920x1080 3840x2160' -- "$current")
        return
    fi
    case $current in
        -*)
            local options=--json
            [ "${COMP_WORDS[1]}" != export ] || options=--size
            [ "$COMP_CWORD" -ne 1 ] || options='--help --version'
            mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
            return
            ;;
    esac
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -d -- "$current"; compgen -f -X '!*.zonebrief' -- "$current")
    [ "$COMP_CWORD" -ne 1 ] || COMPREPLY+=($(compgen -W 'check export self-test' -- "$current"))
}
complete -F _zonebrief zonebrief
