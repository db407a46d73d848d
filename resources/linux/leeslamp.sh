#!/bin/sh
# Starts Leeslamp, from wherever its folders lie. The sandbox is never switched off: where it cannot work, this says why.
here=$(dirname "$(readlink -f "$0")")
program=$here/../lib/leeslamp/leeslamp
helper=$here/../lib/leeslamp/chrome-sandbox

stop() {
  echo "leeslamp: $1" >&2
  exit 1
}

# Whether a setting of the kernel has this value; settings that a kernel lacks have none.
is_set() {
  [ "$(cat "/proc/sys/$1" 2>/dev/null)" = "$2" ]
}

[ "$(id -u)" != 0 ] || stop "Leeslamp does not run as root, because its sandbox cannot; start it as an ordinary user."

# A helper that root has blessed does without namespaces, and a profile of AppArmor allows them to this program alone.
if [ ! -u "$helper" ]; then
  closed=
  if is_set kernel/unprivileged_userns_clone 0; then closed=kernel.unprivileged_userns_clone=1; fi
  if is_set user/max_user_namespaces 0; then closed=user.max_user_namespaces=15000; fi
  if is_set kernel/apparmor_restrict_unprivileged_userns 1; then closed=kernel.apparmor_restrict_unprivileged_userns=0; fi
  [ -z "$closed" ] || stop "this system does not let programs make the namespaces that the sandbox needs; install the deb or rpm package of Leeslamp, or ask your administrator for: sysctl -w $closed"
fi

# The command for editions needs no display, and Chromium has to be told so before it looks for one.
if [ "${1-}" = edition ]; then
  exec "$program" --ozone-platform=headless -- "$@"
fi
exec "$program" "$@"
