package io.understudy.jobs.personal;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;

/**
 * Keyed hashes in the place of texts: equal texts have equal ones under one key, in every run and every column, and
 * nobody without the key can tell whose they are.
 *
 * <p>A token is the first 160 bits of HMAC-SHA-256, in base 32 (RFC 4648, lower case), 32 characters. A shaped one has a letter for every
 * letter and a digit for every digit; it repeats as often as chance has it among the texts of that shape.
 */
final class Pseudonyms implements UnaryOperator<String> {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int TOKEN_BYTES = 20;
    private static final int BITS = 5;

    private final Mac mac;
    private final boolean shaped;

    Pseudonyms(Secret secret, boolean shaped) {
        this.mac = secret.mac();
        this.shaped = shaped;
    }

    @Override
    public String apply(String text) {
        byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return shaped ? shape(text, hash) : token(hash);
    }

    private static String token(byte[] hash) {
        StringBuilder token = new StringBuilder();
        for (int bit = 0; bit < TOKEN_BYTES * Byte.SIZE; bit += BITS) {
            int at = bit / Byte.SIZE;
            int window = (hash[at] & 0xFF) << Byte.SIZE | (hash[at + 1] & 0xFF);
            token.append(BASE32.charAt(window >>> (2 * Byte.SIZE - BITS - bit % Byte.SIZE) & 31));
        }
        return token.toString();
    }

    /** Goes through the hash two bytes a character, and hashes it again when it is used up. */
    private String shape(String text, byte[] first) {
        byte[] hash = first;
        StringBuilder shaped = new StringBuilder(text.length());
        int at = 0;
        for (int c : text.codePoints().toArray()) {
            if (at == hash.length) {
                hash = mac.doFinal(hash);
                at = 0;
            }
            int bits = (hash[at] & 0xFF) << Byte.SIZE | (hash[at + 1] & 0xFF);
            at += 2;
            shaped.appendCodePoint(like(c, bits));
        }
        return shaped.toString();
    }

    private static int like(int c, int bits) {
        if (Character.isDigit(c)) {
            return '0' + bits % 10;
        }
        return Character.isLetter(c) ? (Character.isUpperCase(c) ? 'A' : 'a') + bits % 26 : c;
    }
}
