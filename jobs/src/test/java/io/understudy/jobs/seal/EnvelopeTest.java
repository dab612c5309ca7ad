package io.understudy.jobs.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.io.Json;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.InputException;
import io.understudy.jobs.job.Treatment.KeySource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final byte[] CONTENT = "what was learned".getBytes(StandardCharsets.UTF_8);
    private static final Envelope PLAIN = new Envelope(Optional.empty());
    private static final Envelope LOCKED = new Envelope(Optional.of(key("11")));

    private static SealKey key(String octet) {
        return SealKey.of(new KeySource(KeySource.Place.ENV, "KEY"), Map.of("KEY", octet.repeat(32)));
    }

    private static byte[] open(Envelope envelope, byte[] file) {
        return envelope.open("WORK/model", "model", file);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatIsSealedOpens() {
        assertThat(open(PLAIN, PLAIN.seal("model", CONTENT))).isEqualTo(CONTENT);
        assertThat(open(LOCKED, LOCKED.seal("model", CONTENT))).isEqualTo(CONTENT);
    }

    @Test
    void theFirstLineTellsWhatItIs() {
        assertThat(text(PLAIN.seal("model", CONTENT)))
                .startsWith(
                        "{\"understudy\":\"model\",\"format\":1,\"handling\":\"sensitive: learned from real rows; keep"
                                + " it as safe as they are\",\"cipher\":\"none\"")
                .endsWith("}\nwhat was learned");
        assertThat(text(LOCKED.seal("model", CONTENT)))
                .contains("\"cipher\":\"AES-256-GCM\"")
                .doesNotContain("learned\"", "what was learned");
    }

    @Test
    void noTwoFilesShareANonce() {
        assertThat(LOCKED.seal("model", CONTENT)).isNotEqualTo(LOCKED.seal("model", CONTENT));
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        byte[] file = LOCKED.seal("model", CONTENT);
        Envelope other = new Envelope(Optional.of(key("22")));
        assertThatThrownBy(() -> open(other, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "WORK/model does not open with this key: it was sealed with another one, or its first line was"
                                + " changed; give the key it was sealed with, or make it again");
    }

    @Test
    void withoutAKeyItSaysHowToGiveOne() {
        byte[] file = LOCKED.seal("model", CONTENT);
        assertThatThrownBy(() -> open(PLAIN, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "WORK/model is encrypted, and no key is given; say where it lies with model.key: { env: NAME } or"
                                + " { file: PATH } in a job file, or with the option key-env or key-file of the data source");
    }

    @Test
    void everyByteOfTheContentCounts() {
        for (Envelope envelope : new Envelope[] {PLAIN, LOCKED}) {
            byte[] file = envelope.seal("model", CONTENT);
            int from = text(file).indexOf('\n') + 1;
            for (int at = from; at < file.length; at++) {
                byte[] damaged = file.clone();
                damaged[at] ^= 4;
                assertThatThrownBy(() -> open(envelope, damaged))
                        .isInstanceOf(InputException.class)
                        .hasMessage(
                                "WORK/model is damaged: its SHA-256 is not the one it was written with; restore it or make"
                                        + " it again");
            }
            assertThatThrownBy(() -> open(envelope, Arrays.copyOf(file, file.length - 1)))
                    .isInstanceOf(InputException.class);
        }
    }

    /** The checksum guards against accidents; whoever changes the line on purpose can write another one. */
    @Test
    void theFirstLineIsAuthenticated() {
        byte[] file = LOCKED.seal("model", CONTENT);
        UnaryOperator<Header> otherHandling =
                header -> new Header("model", 1, "public", header.cipher(), header.nonce(), header.sha256());
        UnaryOperator<Header> otherNonce = header ->
                new Header("model", 1, header.handling(), header.cipher(), "AAAAAAAAAAAAAAAA", header.sha256());
        for (UnaryOperator<Header> change : java.util.List.of(otherHandling, otherNonce)) {
            assertThatThrownBy(() -> open(LOCKED, changed(file, change)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("WORK/model does not open with this key");
        }
    }

    @Test
    void nothingIsTakenDownToPlainOrToAnotherFormatUnnoticed() {
        assertThatThrownBy(() -> open(LOCKED, PLAIN.seal("model", CONTENT)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "a key is given, but WORK/model is not encrypted, so it may not be what was sealed");
        byte[] newer = changed(
                PLAIN.seal("model", CONTENT), header -> new Header("model", 2, "", "none", "", header.sha256()));
        assertThatThrownBy(() -> open(PLAIN, newer))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "WORK/model is of format 2, but this version reads format 1; make it again with this version");
    }

    @Test
    void otherFilesAreNotTakenForOne() {
        for (String other : new String[] {"", "{}\n", "a".repeat(5000) + "\n", "\n", "{\"understudy\": 1}\nrest"}) {
            assertThatThrownBy(() -> open(PLAIN, other.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(InputException.class)
                    .hasMessage("WORK/model is damaged or was not sealed by Understudy; make it again");
        }
        assertThatThrownBy(() -> open(PLAIN, PLAIN.seal("profile", CONTENT))).isInstanceOf(InputException.class);
    }

    private static byte[] changed(byte[] file, UnaryOperator<Header> change) {
        int end = text(file).indexOf('\n');
        Header header = Json.readIfWhole(Arrays.copyOf(file, end), Header.class).orElseThrow();
        String line = new String(Json.bytes(change.apply(header)), StandardCharsets.UTF_8);
        return (line + text(file).substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
