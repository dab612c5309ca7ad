package io.understudy.jobs.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A job as JSON with the contract's keys in alphabetical order and absent values left out, so that equal jobs have equal
 * bytes on every platform. Doubles are written as their exact decimal expansion: {@link Double#toString} differs between Java versions.
 */
final class Canonical {
    private static final JsonMapper JSON = new JsonMapper();

    private Canonical() {}

    static String hash(Job job) {
        return hash(json(job));
    }

    /** The hash of what decides which values are learned from which rows. */
    static String learningHash(Job job) {
        return hash(json(learning(job)));
    }

    private static String hash(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String json(Job job) {
        Map<String, Object> keys = learning(job);
        keys.put("model", model(job.model()));
        keys.put("output", output(job.output()));
        keys.put("gate", gate(job.gate()));
        if (!job.sensitive().equals(Sensitive.NONE)) {
            keys.put("sensitive", sensitive(job.sensitive()));
        }
        return json(keys);
    }

    private static Map<String, Object> learning(Job job) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("version", Job.VERSION);
        keys.put("seed", job.seed());
        keys.put("input", source(job.input()));
        keys.put("holdout", holdout(job.holdout()));
        keys.put("k", job.k());
        keys.put("columns", columns(job.columns()));
        if (job.outliers() != Job.Outliers.KEEP) {
            keys.put("outliers", Spelling.of(job.outliers()));
        }
        putIfPresent(keys, "weight", job.weight());
        return keys;
    }

    private static String json(Map<String, Object> keys) {
        try {
            return JSON.writeValueAsString(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists, texts and numbers are always JSON", e);
        }
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put(Spelling.of(source.kind()), source.from());
        putIfPresent(keys, "format", source.format());
        keys.put("options", new TreeMap<>(source.options().written()));
        putIfPresent(keys, "version", source.version());
        return keys;
    }

    private static Map<String, Object> holdout(Holdout holdout) {
        Map<String, Object> keys = new TreeMap<>();
        holdout.table()
                .ifPresentOrElse(
                        table -> keys.putAll(source(table)), () -> keys.put("fraction", exact(holdout.fraction())));
        keys.put("key", holdout.key());
        return keys;
    }

    private static Map<String, Object> columns(Map<String, ColumnOverride> columns) {
        Map<String, Object> byName = new TreeMap<>();
        columns.forEach((name, override) -> {
            Map<String, Object> keys = new TreeMap<>();
            putIfPresent(keys, "kind", override.kind().map(Spelling::of));
            keys.put("role", Spelling.of(override.role()));
            putIfPresent(keys, "rare", override.rare().map(Spelling::of));
            if (override.extremes() == ColumnOverride.Extremes.KEEP) {
                keys.put("extremes", Spelling.of(override.extremes()));
            }
            override.treatment().ifPresent(treatment -> keys.put("treatment", treatment(treatment)));
            byName.put(name, keys);
        });
        return byName;
    }

    private static Map<String, Object> treatment(Treatment treatment) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("is", Spelling.of(treatment.way()));
        putIfPresent(keys, "locale", treatment.locale());
        treatment.key().ifPresent(key -> keys.put("key", Map.of(Spelling.of(key.place()), key.from())));
        keys.put("shaped", treatment.shaped());
        keys.put("last", treatment.last());
        putIfPresent(keys, "noise", treatment.noise());
        return keys;
    }

    private static Map<String, Object> model(ModelChoice model) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("type", Spelling.of(model.type()));
        keys.put("closeness", exact(model.closeness()));
        if (!model.conditionOn().isEmpty()) {
            keys.put("condition-on", model.conditionOn());
        }
        putIfPresent(keys, "segment", model.segment());
        putIfPresent(keys, "path", model.path());
        return keys;
    }

    private static Map<String, Object> output(Output output) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put(Spelling.of(output.kind()), output.to());
        keys.put("format", Spelling.of(output.format()));
        keys.put("mode", Spelling.of(output.mode()));
        putIfPresent(keys, "replace-where", output.replaceWhere());
        keys.put("rows", output.rows().isPresent() ? (Object) output.rows().getAsLong() : "same");
        if (!output.conditions().isEmpty()) {
            keys.put("conditions", conditions(output.conditions()));
        }
        if (output.real() instanceof RealRows.Augmented augmented) {
            keys.put("augment", true);
            keys.put("provenance", augmented.provenance());
        }
        if (output.real() instanceof RealRows.Imputed imputed) {
            keys.put("impute", imputed.columns().isEmpty() ? (Object) true : imputed.columns());
        }
        return keys;
    }

    private static List<Map<String, Object>> conditions(Conditions conditions) {
        return conditions
                .table()
                .map(table -> List.of(source(table)))
                .orElseGet(
                        () -> conditions.parts().stream().map(Canonical::part).toList());
    }

    private static Map<String, Object> part(Conditions.Part part) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("where", part.where());
        putIfPresent(keys, "share", part.share());
        part.rows().ifPresent(rows -> keys.put("rows", rows));
        return keys;
    }

    private static Map<String, Object> gate(GateChoice gate) {
        List<Map<String, Object>> rules =
                gate.rules().stream().map(Canonical::rule).toList();
        return new TreeMap<>(
                Map.of("preset", Spelling.of(gate.preset()), "rules", rules, "quarantine", gate.quarantine()));
    }

    private static Map<String, Object> sensitive(Sensitive sensitive) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("columns", sensitive.columns());
        keys.put("quasi-identifiers", sensitive.quasiIdentifiers());
        putIfPresent(keys, "target", sensitive.target());
        return keys;
    }

    private static Map<String, Object> rule(GateChoice.Rule rule) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("finding", rule.finding());
        keys.put("bound", Spelling.of(rule.bound()));
        putIfPresent(keys, "max", rule.max());
        putIfPresent(keys, "min", rule.min());
        return keys;
    }

    private static void putIfPresent(Map<String, Object> keys, String key, Optional<String> value) {
        value.ifPresent(text -> keys.put(key, text));
    }

    private static void putIfPresent(Map<String, Object> keys, String key, OptionalDouble value) {
        value.ifPresent(number -> keys.put(key, exact(number)));
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value).stripTrailingZeros();
    }
}
