#!/usr/bin/env bash
# Executes the notebooks in place:  notebooks/run.sh [NOTEBOOK]...
#
# Needs Jupyter's nbconvert (Debian: apt-get install jupyter-nbconvert; elsewhere: pip install nbconvert) and what
# ./understudy needs. The Java kernel comes from Maven Central into a temporary folder and leaves with it.
set -euo pipefail
cd "$(dirname "$0")"
root="$(cd .. && pwd)"
kernel=io.github.padreati:rapaio-jupyter-kernel:3.0.1

command -v jupyter-nbconvert >/dev/null || { echo "notebooks/run.sh: needs jupyter-nbconvert; install Jupyter's nbconvert" >&2; exit 2; }
home="$(../understudy spark-home)"
jar="$(ls ../jobs/target/understudy-*.jar | head -1)"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
(cd .. && ./mvnw -q -B -N org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy "-Dartifact=$kernel" "-DoutputDirectory=$scratch")

# The kernel wants all of everybody's log. Janino, which compiles Spark's plans, fails when asked for all of its own.
printf '.level=WARNING\nhandlers=java.util.logging.ConsoleHandler\n' >"$scratch/logging.properties"

# The module options are those that Spark's own launcher gives a driver. Classes are on the kernel's own class path, so that
# Spark and a cell agree on them, and in RJK_CLASSPATH for the compiler of cells.
options="$(SPARK_HOME="$home" SPARK_SCALA_VERSION=2.13 "$java" -cp "$home/jars/*" \
    org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit --class none none.jar |
    tr '\0' '\n' | grep -E '^(--add-opens=|-Djdk|-Dio.netty)' | sed 's/.*/"&", /' | tr -d '\n')"
mkdir -p "$scratch/kernels/java"
cat >"$scratch/kernels/java/kernel.json" <<EOF
{
  "display_name": "Java", "language": "java",
  "argv": ["$java", "-Xmx3g", $options"-Dspark.ui.enabled=false", "-Dspark.databricks.delta.snapshotPartitions=2",
           "-Dlog4j2.configurationFile=$root/conf/log4j2.properties",
           "-cp", "$scratch:$root/jobs/target/$(basename "$jar"):$home/jars/*:$scratch/$(cut -d: -f2 <<<"$kernel")-${kernel##*:}.jar",
           "org.rapaio.jupyter.kernel.MainApp", "{connection_file}"],
  "env": { "RJK_CLASSPATH": "$(ls -d "$root/jobs/target/$(basename "$jar")" "$home"/jars/*.jar | paste -sd:)" }
}
EOF

# This version of the kernel does not answer if the first message comes before it is ready, and ends if one of the ports it was
# told is taken by then; it is started again.
execute() {
    local attempt
    for attempt in 1 2 3 4 5 6 7 8; do
        if JUPYTER_PATH="$scratch" jupyter-nbconvert --to notebook --execute --inplace --log-level=WARN \
            --ExecutePreprocessor.startup_timeout=25 --ExecutePreprocessor.timeout=1800 \
            --ExecutePreprocessor.record_timing=False "$1" >"$scratch/log" 2>&1; then
            return
        fi
        grep -qE "Kernel didn't respond|Kernel died before replying" "$scratch/log" || break
    done
    cat "$scratch/log" >&2
    return 1
}

# What a notebook shows is for others to read: no failure, and nothing of this machine.
check() {
    local word
    for word in '"output_type": "error"' "$root" "$scratch"; do
        if grep -qF -- "$word" "$1"; then
            echo "notebooks/run.sh: $1 must not show $word" >&2
            return 1
        fi
    done
}

[ $# -gt 0 ] || set -- *.ipynb
for notebook in "$@"; do
    execute "$notebook"
    check "$notebook"
done
