#!/bin/sh
# Starts Leeslamp, from wherever its folders lie. The sandbox is never switched off: where it cannot work, this says why.
# An installed package uses nothing but the shell itself on the way to its window: every program that it starts takes a millisecond.
stop() {
  echo "leeslamp: $1" >&2
  exit 1
}

self=$0
[ ! -L "$self" ] || self=$(readlink -f "$self")
case $self in */*) ;; *) self=./$self ;; esac
lib=$(CDPATH='' cd -P -- "${self%/*}/../lib/leeslamp" 2>/dev/null && pwd -P) ||
  stop "its folder lib/leeslamp is not there; install Leeslamp again."
program=$lib/leeslamp
helper=$lib/chrome-sandbox

# Whether a setting of the kernel has this value; settings that a kernel lacks have none.
is_set() {
  [ "$(cat "/proc/sys/$1" 2>/dev/null)" = "$2" ]
}

# Whether root started this: the kernel tells of the real and the effective user, or else a program does.
is_root() {
  while read -r field _ effective _; do
    [ "$field" != Uid: ] || break
  done 2>/dev/null < /proc/self/status
  [ "${effective:-$(id -u)}" = 0 ]
}

is_root && stop "Leeslamp does not run as root, because its sandbox cannot; start it as an ordinary user."
[ -w "${TMPDIR:-/tmp}" ] || stop "${TMPDIR:-/tmp} cannot be written, and Leeslamp needs a temporary folder; name another one with TMPDIR."

# Packages are installed with what they need. They bring a helper that root has blessed, which does without namespaces, and
# a profile of AppArmor that allows them to this program alone; other formats find what they find.
if [ ! -u "$helper" ]; then
  packages="install the deb or rpm package of Leeslamp"
  trace=$(LD_TRACE_LOADED_OBJECTS=1 "$program" 2>&1) || stop "the libraries of this system cannot be used (${trace##*: }); $packages."
  missing=$(echo "$trace" | sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p; s/.*version `\([^ ]*\)'"'"' not found.*/\1/p' | sort -u | tr '\n' ' ')
  [ -z "$missing" ] || stop "this system lacks libraries that Leeslamp needs (${missing% }); $packages, which brings them along, or the packages of your system that hold them."
  closed=
  if is_set kernel/unprivileged_userns_clone 0; then closed=kernel.unprivileged_userns_clone=1; fi
  if is_set user/max_user_namespaces 0; then closed=user.max_user_namespaces=15000; fi
  if is_set kernel/apparmor_restrict_unprivileged_userns 1; then closed=kernel.apparmor_restrict_unprivileged_userns=0; fi
  [ -z "$closed" ] || stop "this system does not let programs make the namespaces that the sandbox needs; $packages, or ask your administrator for: sysctl -w $closed"
  # A container or another guard may be in the way, which no setting tells.
  if command -v unshare > /dev/null && ! unshare --user true 2> /dev/null; then
    stop "no program can make the namespaces here that the sandbox needs, as in many containers; start Leeslamp outside of it, or $packages."
  fi
fi

# The command for editions needs no display and no fonts, and Chromium has to be told so before it looks for them. What it
# says about the system is not what was asked.
if [ "${1-}" = edition ]; then
  unset DISPLAY WAYLAND_DISPLAY
  FONTCONFIG_FILE=$lib/resources/no-fonts.conf
  export FONTCONFIG_FILE
  exec "$program" --ozone-platform=headless --log-level=3 -- "$@"
fi
[ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || stop "there is no display here (DISPLAY and WAYLAND_DISPLAY name none); leeslamp edition needs none."
exec "$program" "$@"
