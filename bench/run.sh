#!/usr/bin/env bash
# How long a job takes against copying the same table: bench/run.sh [TABLE.parquet] [ROWS...]
# The assessment against its nearest rows:             bench/run.sh assessments [TABLE.parquet] [ROWS...]
# What more of a rare class is worth to a detector:   bench/run.sh fraud TRAIN.parquet HOLDOUT.parquet COLUMN VALUE [SHARE,... [SEEDS [KEY,...]]]
# Rows of a rare class against as many plain ones:    bench/run.sh rare TABLE.parquet [ROWS]
# The data source against making uniform numbers:     bench/run.sh source TABLE.parquet [ROWS]
# Exact nearest rows against looking at every row:     bench/run.sh searches [ROWS...]
# The kernels by themselves:                           bench/run.sh kernels [JMH OPTION]...
#
# The table that is measured is drawn from a model of TABLE.parquet, or generated like the quickstart's; by default it has
# 1,000,000 rows (fraud learns its tables as they are; SHARE,... of the rare class in what is learned from, default 0.1; KEY,... are
# columns that are left out, such as numbers of rows). Two cores and 8 GiB in all: 6 for the heap, the rest for what the JVM and Parquet keep outside of it.
#
#   UNDERSTUDY_BENCH_FORMAT   what the job publishes: delta (default) or parquet
#   UNDERSTUDY_BENCH_OPTIONS  further spark-submit options
set -euo pipefail
root="$(cd -P "$(dirname "$0")/.." && pwd)"

(cd "$root" && ./mvnw -q -B -DskipTests -Dspotless.check.skip package >&2)
if [ "${1:-}" = kernels ]; then exec java -jar "$root/bench/target/benchmarks.jar" "${@:2}"; fi
if [ "${1:-}" = searches ]; then exec java -Xmx4g -cp "$root/bench/target/benchmarks.jar" io.understudy.bench.Searches "${@:2}"; fi

measured=Scale
given=("${UNDERSTUDY_BENCH_FORMAT:-delta}")
case "${1:-}" in
    assessments) measured=Assessments; shift ;;
    fraud | rare | source) measured="${1^}"; given=(); shift ;;
esac
version="$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$root/pom.xml")"
SPARK_HOME="$("$root/understudy" spark-home)"
export SPARK_HOME SPARK_SCALA_VERSION=2.13 SPARK_CONF_DIR="${SPARK_CONF_DIR:-$root/conf}"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

# The options are split at blanks on purpose: they are written as on spark-submit's own command line.
# shellcheck disable=SC2206
submit=(--master 'local[2]' --driver-memory 6g ${UNDERSTUDY_BENCH_OPTIONS:-} --jars "$root/jobs/target/understudy-$version.jar"
    --class "io.understudy.bench.$measured" "$root/bench/target/understudy-bench-$version.jar"
    "$scratch" "${given[@]}" "$@")
command=()
while IFS= read -r -d '' word; do command+=("${word#$'\n'}"); done \
    < <(java -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "${submit[@]}")
"${command[@]:1}"
