package io.understudy.jobs.seal;

import io.understudy.jobs.io.Json;
import io.understudy.jobs.io.SourceVersion;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.InputException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes into files and opens them: one line of JSON that says what the file is, then the content, encrypted if there
 * is a key (AES-256-GCM: NIST SP 800-38D; a random nonce of 96 bits a file, a tag of 128 bits).
 *
 * <p>Whoever has a key never opens a file that is not encrypted: it may have been put in the place of one that was.
 */
public final class Envelope {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** No header is longer: whatever has no line end up to here is another file. */
    private static final int LONGEST_HEADER = 4096;

    private final Optional<SealKey> key;
    private final SecureRandom random = new SecureRandom();

    /** With a key, encrypting; without, only checked against damage. */
    public Envelope(Optional<SealKey> key) {
        this.key = key;
    }

    /** How what this seals is kept, for a person. */
    public String described() {
        return key.isPresent() ? "encrypted with " + Header.ENCRYPTED : "not encrypted";
    }

    /** Whether what goes in can be read by those who have the key alone. */
    public boolean encrypts() {
        return key.isPresent();
    }

    /**
     * Seals content.
     *
     * @param what what is inside, in one word
     */
    public byte[] seal(String what, byte[] content) {
        if (key.isEmpty()) {
            return file(new Header(what, Header.FORMAT, Header.HANDLING, Header.PLAIN, "", ""), content);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String written = Base64.getEncoder().encodeToString(nonce);
        Header header = new Header(what, Header.FORMAT, Header.HANDLING, Header.ENCRYPTED, written, "");
        try {
            return file(header, cipher(Cipher.ENCRYPT_MODE, key.get(), header).doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-256-GCM", e);
        }
    }

    /**
     * Opens a sealed file.
     *
     * @param where the name of the file, for messages
     * @param what  what must be inside
     * @throws InputException         if the file is damaged or holds something else
     * @throws ConfigurationException if the key is missing or another one, or if there is one for a file that is not encrypted
     */
    public byte[] open(String where, String what, byte[] file) {
        int end = lineEnd(where, file);
        byte[] content = Arrays.copyOfRange(file, end + 1, file.length);
        Header header = Json.readIfWhole(Arrays.copyOf(file, end), Header.class)
                .filter(read -> read.understudy().equals(what))
                .orElseThrow(() -> notOurs(where));
        if (header.format() != Header.FORMAT) {
            throw new InputException(where + " is of format " + header.format() + ", but this version reads format "
                    + Header.FORMAT + "; make it again with this version");
        }
        if (!sum(content).equals(header.sha256())) {
            throw new InputException(where + " is damaged: its SHA-256 is not the one it was written with; restore it"
                    + " or make it again");
        }
        return header.encrypted() ? decrypted(where, header, content) : plain(where, header, content);
    }

    private byte[] plain(String where, Header header, byte[] content) {
        if (!header.cipher().equals(Header.PLAIN)) {
            throw notOurs(where);
        }
        if (key.isPresent()) {
            throw new ConfigurationException("a key is given, but " + where
                    + " is not encrypted, so it may not be what was sealed; make it again with the key, or leave the"
                    + " key out");
        }
        return content;
    }

    private byte[] decrypted(String where, Header header, byte[] content) {
        SealKey with = key.orElseThrow(() -> new ConfigurationException(
                where + " is encrypted, and no key is given; say where it lies with model.key: { env: NAME } or"
                        + " { file: PATH } in a job file, or with the option key-env or key-file of the data source"));
        try {
            return cipher(Cipher.DECRYPT_MODE, with, header).doFinal(content);
        } catch (AEADBadTagException e) {
            throw new ConfigurationException(where
                    + " does not open with this key: it was sealed with another one, or its first line was changed;"
                    + " give the key it was sealed with, or make it again");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw notOurs(where);
        }
    }

    private static Cipher cipher(int mode, SealKey key, Header header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = Base64.getDecoder().decode(header.nonce());
        cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header.authenticated());
        return cipher;
    }

    private static int lineEnd(String where, byte[] file) {
        for (int at = 0; at < Math.min(file.length, LONGEST_HEADER); at++) {
            if (file[at] == '\n') {
                return at;
            }
        }
        throw notOurs(where);
    }

    private static InputException notOurs(String where) {
        return new InputException(where + " is damaged or was not sealed by Understudy; make it again");
    }

    private static byte[] file(Header header, byte[] content) {
        byte[] line = Json.bytes(header.withSum(sum(content)));
        return ByteBuffer.allocate(line.length + 1 + content.length)
                .put(line)
                .put((byte) '\n')
                .put(content)
                .array();
    }

    private static String sum(byte[] content) {
        return HexFormat.of().formatHex(SourceVersion.sha256().digest(content));
    }
}
