package io.understudy.jobs.seal;

import io.understudy.jobs.io.Json;

/**
 * The first line of a sealed file, in JSON: what the file is and how to open it. Where the rest is encrypted, all of it but
 * the checksum is authenticated with the key: another format, cipher or nonce than was written does not open.
 *
 * @param understudy what is inside, such as {@code model}
 * @param format     version of this form
 * @param handling   how to treat the file, for a person who comes across it
 * @param cipher     {@link #PLAIN} or {@link #ENCRYPTED}
 * @param nonce      base64; empty where nothing is encrypted
 * @param sha256     of all bytes after this line, in lower-case hexadecimal
 */
record Header(String understudy, int format, String handling, String cipher, String nonce, String sha256) {
    static final int FORMAT = 1;
    static final String PLAIN = "none";
    static final String ENCRYPTED = "AES-256-GCM";
    static final String HANDLING = "sensitive: learned from real rows; keep it as safe as they are";

    Header withSum(String sum) {
        return new Header(understudy, format, handling, cipher, nonce, sum);
    }

    boolean encrypted() {
        return cipher.equals(ENCRYPTED);
    }

    /** What is authenticated besides the content. */
    byte[] authenticated() {
        return Json.bytes(withSum(""));
    }
}
