#!/usr/bin/env bash
# How fast the catalogue's pages and API answer in a large library, and how the database finds what they show.
#
#   bench/catalogue.sh [CAPSULES]
#
# Makes a library of CAPSULES (default 1000) that may be seen through the real stores and migrations, with texts and
# subtitles in six languages; media files are named but empty, since pages and API do not read them. Serves it with
# `capsula serve` as anybody would, asks it over loopback, and fails where a 99th percentile is not below 50 ms or a
# query reads a whole table.
set -euo pipefail

home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$home/capsula" --version >/dev/null
classpath=$home/server/target/classes:$home/server/target/lib/*
javac --release 17 -proc:none -nowarn -d "$work/classes" -cp "$classpath" \
  "$home"/server/src/test/java/org/capsula/server/bench/*.java
java -cp "$work/classes:$classpath" org.capsula.server.bench.CatalogueBench "${1:-1000}" "$work" "$home/capsula"
