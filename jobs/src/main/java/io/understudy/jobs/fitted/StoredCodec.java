package io.understudy.jobs.fitted;

import io.understudy.codec.AbsentCodec;
import io.understudy.codec.Codec;
import io.understudy.codec.FormattedCodec;
import io.understudy.codec.LabelCodec;
import io.understudy.codec.OrderedCodec;
import io.understudy.codec.ShapeCodec;
import io.understudy.codec.UniqueCodec;

/** A codec in the form in which it is stored: plain arrays and texts that anyone can read. */
public sealed interface StoredCodec {

    Codec codec();

    static StoredCodec of(Codec codec) {
        if (codec instanceof OrderedCodec ordered) {
            return new Ordered(ordered.parts());
        }
        if (codec instanceof FormattedCodec formatted) {
            return new Formatted(formatted.parts());
        }
        if (codec instanceof LabelCodec labels) {
            return new Labels(labels.parts());
        }
        if (codec instanceof ShapeCodec shapes) {
            return new Shapes(shapes.parts());
        }
        return codec instanceof UniqueCodec unique ? new Unique(unique.parts()) : new Absent((AbsentCodec) codec);
    }

    record Ordered(OrderedCodec.Parts parts) implements StoredCodec {
        @Override
        public Codec codec() {
            return OrderedCodec.of(parts);
        }
    }

    record Formatted(FormattedCodec.Parts parts) implements StoredCodec {
        @Override
        public Codec codec() {
            return FormattedCodec.of(parts);
        }
    }

    record Labels(LabelCodec.Parts parts) implements StoredCodec {
        @Override
        public Codec codec() {
            return LabelCodec.of(parts);
        }
    }

    record Shapes(ShapeCodec.Parts parts) implements StoredCodec {
        @Override
        public Codec codec() {
            return ShapeCodec.of(parts);
        }
    }

    record Unique(UniqueCodec.Parts parts) implements StoredCodec {
        @Override
        public Codec codec() {
            return UniqueCodec.of(parts);
        }
    }

    record Absent(AbsentCodec codec) implements StoredCodec {}
}
