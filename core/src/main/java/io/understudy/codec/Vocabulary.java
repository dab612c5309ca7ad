package io.understudy.codec;

import io.understudy.codec.form.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the distinct texts of a block of decoded cells, each written once. */
final class Vocabulary {
    private final Form form;
    private final Map<Long, Integer> keys = new HashMap<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    Vocabulary(Form form) {
        this.form = form;
    }

    int id(long key) {
        return keys.computeIfAbsent(key, k -> append(form.write(k)));
    }

    int id(String word) {
        return words.computeIfAbsent(word, this::append);
    }

    private int append(String text) {
        texts.add(text);
        return texts.size() - 1;
    }

    String[] texts() {
        return texts.toArray(String[]::new);
    }
}
