package io.understudy.jobs.job.file;

import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads what rows are asked for: {@code output.conditions}, or {@code output.rebalance} for shares of one column's values. */
record ConditionsReader(Locations locations) {
    private static final String CONDITIONS = "conditions";
    private static final String REBALANCE = "rebalance";
    private static final String TABLE = "table";
    private static final String SHARE = "a number above 0, at most 1, or so many %";

    Conditions read(Section output) {
        List<Value> items = output.value(CONDITIONS).map(Value::items).orElse(List.of());
        Optional<Value> rebalance = output.value(REBALANCE);
        if (rebalance.isPresent() && !items.isEmpty()) {
            throw rebalance.get().conflict("asks for shares beside output.conditions; write one of the two");
        }
        Conditions asked = rebalance
                .map(value -> new Conditions(rebalanced(value), Optional.empty()))
                .orElseGet(() -> conditions(output, items));
        // One row can meet several of other conditions, so that their shares may be more than all.
        rebalance
                .or(() -> output.value("augment").filter(Value::bool).flatMap(augment -> output.value(CONDITIONS)))
                .ifPresent(value -> refuseMoreThanAll(asked, value));
        return asked;
    }

    private Conditions conditions(Section output, List<Value> items) {
        List<Conditions.Part> parts = new ArrayList<>();
        for (Value item : items) {
            Section section = item.section("where", "share", "rows", TABLE, "format", "options");
            if (section.value(TABLE).isPresent()) {
                return table(output, items, section);
            }
            parts.add(part(section));
        }
        return new Conditions(parts, Optional.empty());
    }

    private Conditions table(Section output, List<Value> items, Section section) {
        Value table = section.value(TABLE).orElseThrow();
        if (items.size() > 1) {
            throw table.conflict("asks for one row for each of its own; it must be the only condition");
        }
        output.value("rows")
                .filter(rows -> rows.tree() instanceof Tree.Scalar scalar
                        && !scalar.text().equals("same"))
                .ifPresent(rows -> {
                    throw rows.conflict("is a number, but the table of conditions asks for one row for each of its own;"
                            + " leave it out");
                });
        Source source = new SourceReader(locations).at(section, TABLE);
        return new Conditions(List.of(), Optional.of(source));
    }

    private static Conditions.Part part(Section section) {
        String where = section.value("where")
                .map(Value::text)
                .orElseThrow(() -> new ConfigurationException(section.path()
                        + " needs where, a predicate such as \"is_fraud = 1\", or table, a table of conditions"));
        String key = section.exactlyOne("share", "rows");
        Value amount = section.value(key).orElseThrow();
        boolean share = key.equals("share");
        return new Conditions.Part(
                section.path().toString(),
                where,
                share ? OptionalDouble.of(share(amount)) : OptionalDouble.empty(),
                share ? OptionalLong.empty() : OptionalLong.of(amount.whole(1, Long.MAX_VALUE, "a whole number >= 1")));
    }

    /** As a fraction, or in hundredths: 0.5 is 50 %. */
    private static double share(Value value) {
        String text = value.text().strip();
        if (!text.endsWith("%")) {
            return value.number(Double.MIN_NORMAL, 1, SHARE);
        }
        double share = hundredths(text.substring(0, text.length() - 1).strip());
        if (share > 0 && share <= 1) {
            return share;
        }
        throw value.wrong(SHARE);
    }

    private static double hundredths(String text) {
        try {
            return new BigDecimal(text).movePointLeft(2).doubleValue();
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Every value of the column with its share, as a predicate. */
    private static List<Conditions.Part> rebalanced(Value rebalance) {
        Section section = rebalance.section("column", "shares");
        String column = section.value("column")
                .orElseThrow(() -> rebalance.wrong("{ column: NAME, shares: { VALUE: SHARE } }"))
                .text();
        Map<String, Value> shares = section.value("shares")
                .map(value -> Section.open(value.path(), value.tree()).values())
                .orElse(Map.of());
        if (shares.isEmpty()) {
            throw rebalance.wrong("{ column: NAME, shares: { VALUE: SHARE } }");
        }
        List<Conditions.Part> parts = new ArrayList<>();
        shares.forEach((text, share) -> parts.add(new Conditions.Part(
                share.path().toString(),
                "`" + column.replace("`", "``") + "` = '"
                        + text.replace("\\", "\\\\").replace("'", "\\'") + "'",
                OptionalDouble.of(share(share)),
                OptionalLong.empty())));
        return parts;
    }

    private static void refuseMoreThanAll(Conditions asked, Value where) {
        double sum = asked.parts().stream()
                .mapToDouble(part -> part.share().orElse(0))
                .sum();
        if (sum > 1 + 1e-9) {
            throw where.conflict("asks for shares of " + sum + " together; they must be at most 1");
        }
    }
}
