package io.understudy.jobs.fitted;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** What a text is to be like. Texts are in the order of their bytes in UTF-8. */
public sealed interface TextMatch extends Serializable {
    boolean of(String text);

    /** One of some. */
    record OneOf(Set<String> texts) implements TextMatch {
        public OneOf {
            texts = Set.copyOf(texts);
        }

        @Override
        public boolean of(String text) {
            return texts.contains(text);
        }
    }

    /**
     * Before another.
     *
     * @param orEqual whether the other itself is meant as well
     */
    record Before(String than, boolean orEqual) implements TextMatch {
        @Override
        public boolean of(String text) {
            int order = Arrays.compareUnsigned(bytes(text), bytes(than));
            return order < 0 || (orEqual && order == 0);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
