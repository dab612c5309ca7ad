package io.understudy.codec;

import io.understudy.raw.RawColumn;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;

class AbsentCodecTest {

    abstract static class Contract extends CodecContract {
        private final boolean keyed;

        Contract(boolean keyed) {
            this.keyed = keyed;
        }

        @Override
        Codec codec() {
            return new AbsentCodec(Cases.NAME, keyed);
        }

        @Override
        RawColumn training() {
            return keyed ? Cases.missing(3, Cases.keys(0, 0, 0)) : Cases.texts(Arrays.asList(null, null, null));
        }

        @Override
        RawColumn unseen() {
            return keyed ? Cases.keys(1, 2) : Cases.texts(Arrays.asList("a", null));
        }

        @Override
        Codec rebuilt(Codec codec) {
            return new AbsentCodec(((AbsentCodec) codec).name(), ((AbsentCodec) codec).keyed());
        }
    }

    @Nested
    class Keys extends Contract {
        Keys() {
            super(true);
        }
    }

    @Nested
    class Texts extends Contract {
        Texts() {
            super(false);
        }
    }
}
