package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ColumnOverride;
import io.understudy.jobs.job.Sensitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the key {@code sensitive}: names of columns, none of which may be dropped.
 *
 * @param columns what the job says about single columns
 */
record SensitiveReader(Map<String, ColumnOverride> columns) {

    Sensitive read(Section sensitive) {
        List<String> protectedColumns = names(sensitive, "columns");
        List<String> known = names(sensitive, "quasi-identifiers");
        Optional<Value> target = sensitive.value("target");
        target.ifPresent(value -> refuseDropped(value, value.text()));
        return new Sensitive(protectedColumns, known, target.map(Value::text));
    }

    private List<String> names(Section sensitive, String key) {
        Optional<Value> list = sensitive.value(key);
        List<String> names = list.map(Value::texts).orElse(List.of());
        names.forEach(name -> refuseDropped(list.orElseThrow(), name));
        return names;
    }

    private void refuseDropped(Value value, String name) {
        if (columns.containsKey(name) && columns.get(name).dropped()) {
            throw value.conflict(
                    "names the column " + name + ", which columns." + name + " drops; leave out one of the two");
        }
    }
}
