package io.understudy.jobs.personal;

import io.understudy.codec.Released;
import io.understudy.schema.Kind;
import io.understudy.stat.Cells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a text is said less exactly: what it is, and a list of ever coarser texts for it. */
public enum Coarser {
    /** The domain of an e-mail address. */
    DOMAIN("domain") {
        @Override
        List<String> of(String text) {
            return List.of(text.substring(text.lastIndexOf('@') + 1));
        }
    },
    /** The network of an address: 24 bits of version 4, 48 of version 6. */
    NETWORK("network") {
        @Override
        List<String> of(String text) {
            int dot = text.lastIndexOf('.');
            if (dot >= 0) {
                return List.of(text.substring(0, dot) + ".0/24");
            }
            String[] groups = text.split(":", -1);
            return groups.length < 4 ? List.of() : List.of(groups[0] + ":" + groups[1] + ":" + groups[2] + "::/48");
        }
    },
    /** What follows the last comma of an address, or its last word. */
    LAST_PART("last part") {
        @Override
        List<String> of(String text) {
            String line = text.strip();
            int comma = line.lastIndexOf(',');
            return List.of(line.substring((comma >= 0 ? comma : line.lastIndexOf(' ')) + 1)
                    .strip());
        }
    },
    /** The initials of a name. */
    INITIALS("initials") {
        @Override
        List<String> of(String text) {
            StringBuilder initials = new StringBuilder();
            for (String word : text.split("[\\s,]+", -1)) {
                if (!word.isEmpty() && Character.isLetter(word.codePointAt(0))) {
                    initials.append(initials.length() == 0 ? "" : " ")
                            .appendCodePoint(word.codePointAt(0))
                            .append('.');
                }
            }
            return List.of(initials.toString());
        }
    },
    /** The longest run of first words that enough rows share. */
    FIRST_WORDS("first words") {
        @Override
        List<String> of(String text) {
            List<String> starts = new ArrayList<>();
            for (int end = text.lastIndexOf(' '); end > 0; end = text.lastIndexOf(' ', end - 1)) {
                starts.add(text.substring(0, end));
            }
            return starts;
        }
    };

    /** What stands where nothing coarser is shared by enough rows. */
    static final String ANYTHING = "*";

    private final String words;

    Coarser(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Coarser texts for a text, the least coarse first. */
    abstract List<String> of(String text);

    static Optional<Coarser> of(Kind kind) {
        return switch (kind) {
            case EMAIL -> Optional.of(DOMAIN);
            case IP -> Optional.of(NETWORK);
            case ADDRESS -> Optional.of(LAST_PART);
            case NAME -> Optional.of(INITIALS);
            case TEXT -> Optional.of(FIRST_WORDS);
            default -> Optional.empty();
        };
    }

    /** Learns from counted texts which coarser ones at least k rows share. */
    Applied.Coarsened learn(Cells texts, int k) {
        Map<String, Long> all = new HashMap<>();
        count(texts, (coarser, rows) -> coarser.forEach(text -> all.merge(text, rows, Long::sum)));
        all.values().removeIf(rows -> rows < k);
        Map<String, Long> first = new HashMap<>();
        count(
                texts,
                (coarser, rows) -> coarser.stream()
                        .filter(all::containsKey)
                        .findFirst()
                        .ifPresent(text -> first.merge(text, rows, Long::sum)));
        if (first.isEmpty()) {
            first.put(ANYTHING, (long) k);
        }
        List<String> values = first.keySet().stream()
                .sorted(Comparator.comparing((String text) -> -first.getOrDefault(text, 0L))
                        .thenComparing(text -> text))
                .toList();
        return new Applied.Coarsened(
                this,
                values,
                values.stream()
                        .mapToLong(text -> Math.max(k, Released.count(first.getOrDefault(text, 0L), k)))
                        .toArray());
    }

    private interface Counted {
        void add(List<String> coarser, long rows);
    }

    private void count(Cells texts, Counted counted) {
        for (int i = 0; i < texts.size(); i++) {
            long rows = texts.counts()[i];
            texts.label(i).ifPresent(text -> counted.add(of(text), rows));
        }
    }
}
