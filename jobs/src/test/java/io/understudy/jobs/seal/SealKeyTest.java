package io.understudy.jobs.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Treatment.KeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealKeyTest {
    private static final KeySource VARIABLE = new KeySource(KeySource.Place.ENV, "MODEL_KEY");
    private static final byte[] BYTES =
            "0123456789abcdef0123456789ABCDEF".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void isReadAsBase64AndAsHexadecimalDigits() throws IOException {
        String base64 = Base64.getEncoder().encodeToString(BYTES);
        Path file = Files.writeString(folder.resolve("key"), base64 + "\n");
        for (String text : new String[] {base64, HexFormat.of().formatHex(BYTES)}) {
            assertThat(SealKey.of(VARIABLE, Map.of("MODEL_KEY", text)).aes().getEncoded())
                    .isEqualTo(BYTES);
        }
        KeySource inFile = new KeySource(KeySource.Place.FILE, file.toString());
        assertThat(SealKey.of(inFile, Map.of()).aes().getEncoded()).isEqualTo(BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "c2hvcnQ=", "0123456789abcdef0123456789abcdef"})
    void whatIsNoKeyIsRefusedUnsaid(String text) {
        assertThatThrownBy(() -> SealKey.of(VARIABLE, Map.of("MODEL_KEY", text)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the key of the model cannot be used: the environment variable MODEL_KEY does not hold 32 bytes in"
                                + " base64 or hexadecimal digits; put 32 random bytes there, as base64 (openssl rand -base64 32)"
                                + " or as 64 hexadecimal digits");
    }

    @Test
    void aMissingKeySaysWhereItWasLookedFor() {
        assertThatThrownBy(() -> SealKey.of(VARIABLE, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "the key of the model is missing: the environment variable MODEL_KEY is not set or empty; put 32");
        KeySource file = new KeySource(KeySource.Place.FILE, "/nowhere/key");
        assertThatThrownBy(() -> SealKey.of(file, Map.of()))
                .hasMessageStartingWith(
                        "the key of the model is missing: the file /nowhere/key cannot be read; put 32");
    }

    @Test
    void isNeverShown() {
        String text = Base64.getEncoder().encodeToString(BYTES);
        assertThat(SealKey.of(VARIABLE, Map.of("MODEL_KEY", text))).hasToString("(secret)");
    }
}
