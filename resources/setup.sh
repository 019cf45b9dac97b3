# What resources/run and tests/run share: a Python environment in .venv, and what is needed of the system.
# They read this file after setting $root, the folder of the project.

venv=$root/.venv

qt_packages="libegl1 libgl1 libxkbcommon0 libglib2.0-0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxkbcommon-x11-0
    libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
    libxcb-xfixes0 libxcb-sync1 libx11-xcb1 libwayland-client0 libwayland-cursor0 libwayland-egl1"

say() {
    printf '%s\n' "$*" >&2
}

stop() {
    say "$*"
    exit 2
}

# Runs a command in silence, and shows the end of what it said if it fails.
quietly() {
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null && status=0 || status=$?
    [ "$status" = 0 ] || tail -n 20 "$log" >&2
    rm -f "$log"
    return "$status"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

may_use_apt() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null
}

# apt_install PACKAGE...: the lists of a fresh machine are often too old to install from, so a failure tries once more.
apt_install() {
    say "Installing from the system's packages:" "$@"
    [ "$(id -u)" = 0 ] || sudo -v || return 1
    if apt_get install "$@" 2>/dev/null; then
        return 0
    fi
    quietly as_root apt-get update || return 1
    apt_get install "$@"
}

apt_get() {
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -y --no-install-recommends "$@"
}

# Leaves in $python the first Python that is new enough.
find_python() {
    for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; then
            return 0
        fi
    done
    return 1
}

make_environment() {
    find_python || { may_use_apt && apt_install python3 python3-venv && find_python; } ||
        stop "Facilitator needs Python 3.11 to 3.14: please install it, or name it in the variable PYTHON."
    say "Making a Python environment in .venv with $("$python" --version)."
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        { may_use_apt && apt_install python3-venv; } ||
            stop "Python's module venv is missing: please install it (Debian calls it python3-venv)."
    fi
    quietly "$python" -m venv --clear "$venv" || stop "The Python environment could not be made."
    printf '%s\n' "$root" >"$venv/made-for"
}

# An environment knows where it was made: after a move or an upgrade of Python it is made anew.
has_environment() {
    [ "$(cat "$venv/made-for" 2>/dev/null)" = "$root" ] && "$venv/bin/python" -c 'import pip' 2>/dev/null
}

# install_packages LOCK...: everything that those locks pin, then the project itself; each only if it changed.
install_packages() {
    has_environment || make_environment
    for lock in "$@"; do
        install_once "$lock" --require-hashes --no-deps -r "$root/$lock"
    done
    install_once pyproject.toml --no-build-isolation --no-deps -e "$root"
}

# install_once FILE ARGUMENT...: pip, unless FILE is the one that was installed from before.
install_once() {
    mark=$venv/installed-$(basename "$1")
    checksum=$(cksum <"$root/$1")
    [ "$(cat "$mark" 2>/dev/null)" != "$checksum" ] || return 0
    say "Installing what $1 names."
    shift
    pip_install "$@"
    printf '%s\n' "$checksum" >"$mark"
}

pip_install() {
    quietly "$venv/bin/python" -m pip install --disable-pip-version-check --no-input "$@" ||
        stop "The Python packages could not be installed; run this again when the network is back."
}

missing_libraries() {
    [ "$(uname)" = Linux ] || return 0
    for qt in "$venv"/lib/python3.*/site-packages/PySide6/Qt; do
        ldd "$qt"/lib/libQt6Widgets.so.6 "$qt"/lib/libQt6PrintSupport.so.6 "$qt"/lib/libQt6Svg.so.6 \
            "$qt"/plugins/platforms/libqxcb.so "$qt"/plugins/platforms/libqoffscreen.so \
            "$qt"/plugins/platforms/libqwayland*.so 2>/dev/null
    done | awk '/not found/ { print $1 }' | sort -u | tr '\n' ' '
}

# The room writes in every script. Most are bundled; the large font of coloured emoji is the system's.
install_emoji() {
    [ "$(uname)" = Linux ] || return 0
    found=$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" -iname '*emoji*' 2>/dev/null || true)
    [ -z "$found" ] || return 0
    { may_use_apt && apt_install fonts-noto-color-emoji; } ||
        say "There is no font with emoji here, so they will appear as boxes; Noto Color Emoji would help."
}

install_libraries() {
    missing=$(missing_libraries)
    [ -n "$missing" ] || return 0
    # The list is meant to fall into words.
    # shellcheck disable=SC2086
    if may_use_apt && apt_install $qt_packages; then
        missing=$(missing_libraries)
    fi
    [ -z "$missing" ] || stop "Qt misses these libraries of the system, please install them: $missing"
}
