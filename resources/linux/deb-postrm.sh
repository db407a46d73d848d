#!/bin/sh
set -e
# The profile goes with the program; what readers made lies in their own folders and stays.
target=/etc/apparmor.d/leeslamp
case "$1" in
  remove | purge | disappear)
    if [ -f "$target" ]; then
      if aa-enabled --quiet 2> /dev/null; then
        apparmor_parser --remove "$target" || true
      fi
      rm -f "$target"
    fi
    ;;
esac
