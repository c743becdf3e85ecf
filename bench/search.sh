#!/usr/bin/env bash
# How fast a large library is searched, how large its index is, and whether it finds what a plain scan finds.
#
#   bench/search.sh [CAPSULES [CUES [LIBRARY]]]
#
# Makes a library of CAPSULES (default 1000) that may be seen and a tenth more that may not, each with texts and CUES
# cues (default 50) in six languages: made-up words, few often and many seldom. Makes the index, compares what 100 seeded
# questions find with a scan of everything, then serves the library with `capsula serve` as anybody would and asks it
# over loopback. Fails where an answer differs, a page's 99th percentile is above 50 ms or a search's above 100 ms.
# 100000 capsules take some 12 GB in TMPDIR and half an hour; in the folder LIBRARY they are kept for the next time.
set -euo pipefail

home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$home/capsula" --version >/dev/null
classpath=$home/server/target/classes:$home/server/target/lib/*
javac --release 17 -proc:none -nowarn -d "$work/classes" -cp "$classpath" \
  "$home"/server/src/test/java/org/capsula/server/bench/*.java \
  "$home/server/src/test/java/org/capsula/pipeline/search/PlainScan.java"
java -cp "$work/classes:$classpath" org.capsula.server.bench.SearchBench "${1:-1000}" "${2:-50}" "${3:-$work/library}" "$home/capsula"
