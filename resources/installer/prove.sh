#!/bin/sh
# Proves a package on clean machines, as root: sh prove.sh PACKAGE.deb [SUITE …], by default bookworm and bullseye.
# Each is a new root made by debootstrap, without Python: install, self-test (offscreen; without any network interface;
# traced; on an X screen), open a pack by xdg-open, screenshot, upgrade, purge, list what is left. Pictures and lists go
# into the folder PROOF, by default beside the package. Exit status 0 where all is as it should be, 3 where no root
# could be made (no rights, no network).
set -eu

no_root() {
    printf 'No clean root can be made here: %s\n' "$1" >&2
    exit 3
}

if [ -z "${PROVING-}" ]; then # in namespaces of its own: mounts and processes end with it
    [ "$(id -u)" = 0 ] || no_root 'only root can'
    command -v debootstrap >/dev/null || {
        apt-get -q update >/dev/null 2>&1
        apt-get -q install -y --no-install-recommends debootstrap >/dev/null 2>&1
    } || no_root 'debootstrap is missing'
    unshare --mount --pid --net true 2>/dev/null || no_root 'namespaces are not allowed'
    exec unshare --mount --pid --fork --kill-child env PROVING=1 sh "$0" "$@"
fi

package=$(readlink -f "$1")
shift
[ $# -gt 0 ] || set -- bookworm bullseye
proof=${PROOF:-$(dirname "$package")/proof}
mkdir -p "$proof"
work=$(mktemp -d)
touch "$work/net"
unshare --net="$work/net" true
suite=
finish() {
    status=$?
    [ "$status" = 0 ] || echo "NOT PROVED: $suite, exit status $status" >&2
    umount "$work"/*/proc "$work/net" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

step() { printf '\n== %s: %s\n' "$suite" "$1"; }

inside() { # COMMAND …: as root in the clean machine
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 \
        http_proxy="${http_proxy-}" https_proxy="${https_proxy-}" "$@"
}

reading() { # COMMAND …: as a user in the clean machine
    chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin HOME=/home/reader LANG=C.UTF-8 \
        XDG_RUNTIME_DIR=/home/reader/run "$@"
}

install_packages() {
    inside apt-get -q install -y --no-install-recommends "$@" >"$proof/$suite-apt.log" 2>&1 ||
        { tail -5 "$proof/$suite-apt.log"; return 1; }
}

no_python() {
    if inside sh -c 'command -v python3 || command -v python'; then
        echo 'there is a Python' >&2
        return 1
    fi
}

make_root() {
    root=$work/$suite
    for mirror in "${MIRROR:-http://deb.debian.org/debian}" http://archive.debian.org/debian; do
        if debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$proof/$suite-debootstrap.log" 2>&1; then
            break
        fi
        rm -rf --one-file-system "$root"
    done
    [ -d "$root" ] || no_root "debootstrap failed, see $proof/$suite-debootstrap.log"
    mount -t proc proc "$root/proc"
    cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
    inside useradd --create-home --uid 1000 reader
    inside install -d -o reader -m 700 /home/reader/run
    inside apt-get -q update >/dev/null
    cp "$package" "$root/tmp/zonebrief.deb"
}

self_test() { # NAME COMMAND …: the machine-readable report says that all is well
    name=$1
    shift
    "$@" zonebrief self-test --json >"$proof/$suite-$name.json"
    grep -q '^{"ok": true' "$proof/$suite-$name.json"
    echo "self-test $name: fine"
}

without_network() { unshare --net chroot --userspec=1000:1000 "$root" env HOME=/home/reader LANG=C.UTF-8 "$@"; }

traced() { reading strace -f -e trace=socket,connect,bind -o /tmp/trace "$@"; }

on_screen() { # COMMAND …: as the user, on the X screen
    nsenter --net="$work/net" chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin HOME=/home/reader LANG=C.UTF-8 \
        XDG_RUNTIME_DIR=/home/reader/run DISPLAY=:9 XDG_CURRENT_DESKTOP=GNOME "$@"
}

window() { on_screen xdotool search --onlyvisible --name 东湖新区; }

has_ended() { ! inside pgrep -u reader zonebrief >/dev/null; }

eventually() { # COMMAND …: succeeds within a minute
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ "$tries" -lt 200 ] || { echo "it did not come about: $*" >&2; return 1; }
        sleep 0.3
    done
}

open_pack() { # a pack of another name, as a file manager opens it
    inside sh -c 'cp -r /usr/lib/zonebrief/lib/desktop/seeds/pinghu-2024 /tmp/pack && cd /tmp/pack &&
        sed -i "s/\"title\": \"平湖经开\"/\"title\": \"东湖新区\"/" datapackage.json &&
        zip -q "/home/reader/东湖 新区.zonebrief" * && rm -r /tmp/pack'
    inside mkdir -p /tmp/.X11-unix /tmp/screen
    # in a network namespace of its own: X servers in one get into each other's way
    nsenter --net="$work/net" chroot "$root" env -i PATH=/usr/bin:/bin \
        Xvfb :9 -screen 0 1440x900x24 -nolisten tcp -noreset -fbdir /tmp/screen >"$proof/$suite-screen.log" 2>&1 &
    screen=$!
    eventually test -S "$root/tmp/.X11-unix/X9"
    self_test xvfb on_screen
    on_screen xdg-mime query filetype '/home/reader/东湖 新区.zonebrief'
    on_screen xdg-open '/home/reader/东湖 新区.zonebrief' 2>/dev/null & # of old systems it stays as long as the app
    eventually window >/dev/null
    sleep 1
    inside sh -c 'xwdtopnm /tmp/screen/Xvfb_screen0 2>/dev/null | pnmtopng 2>/dev/null' >"$proof/$suite.png"
    on_screen xdotool windowfocus --sync "$(window | head -1)"
    on_screen xdotool key ctrl+q
    eventually has_ended
    kill "$screen"
    wait "$screen" || true
    [ -s "$root/home/reader/.config/zonebrief/zonebrief.ini" ]
}

upgrade() {
    kept=$(cksum <"$root/home/reader/.config/zonebrief/zonebrief.ini")
    inside sh -c 'cd /tmp && dpkg-deb -R zonebrief.deb newer && sed -i "/^Version:/s/\$/+1/" newer/DEBIAN/control &&
        dpkg-deb -Znone -b newer newer.deb >/dev/null && rm -r newer && dpkg -i newer.deb >/dev/null && rm newer.deb'
    inside dpkg-query -W zonebrief
    [ "$kept" = "$(cksum <"$root/home/reader/.config/zonebrief/zonebrief.ini")" ]
    self_test upgraded reading env QT_QPA_PLATFORM=offscreen
}

purge() { # what is left of it anywhere but in the user's home, dpkg's and apt's own notes
    inside dpkg --purge zonebrief >/dev/null
    rm "$root/tmp/zonebrief.deb"
    {
        inside find / -xdev \( -path /home -o -path /proc -o -path /var/log \) -prune -o -iname '*zonebrief*' -print
        inside grep -rIl zonebrief /etc /opt /srv /usr /var --exclude-dir=log --exclude-dir=apt --exclude-dir=dpkg || true
    } >"$proof/$suite-left.txt"
    cat "$proof/$suite-left.txt"
    [ ! -s "$proof/$suite-left.txt" ] && echo 'nothing is left'
    [ -s "$root/home/reader/.config/zonebrief/zonebrief.ini" ] && echo "the user's own settings are left"
}

for suite in "$@"; do
    step 'a new machine'
    make_root
    no_python
    step 'install'
    install_packages /tmp/zonebrief.deb
    no_python
    self_test offscreen reading
    self_test no-network without_network
    step 'traced'
    install_packages strace xvfb xdotool netpbm procps zip xdg-utils shared-mime-info desktop-file-utils libglib2.0-bin
    self_test traced traced
    if grep AF_INET "$root/tmp/trace"; then exit 1; fi
    echo 'no network socket'
    step 'on a screen'
    open_pack
    step 'upgrade'
    upgrade
    step 'purge'
    purge
    umount "$root/proc"
    rm -rf --one-file-system "$root"
done
echo 'All is proved.'
