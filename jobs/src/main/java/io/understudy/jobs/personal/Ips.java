package io.understudy.jobs.personal;

/** Addresses of the ranges kept for documentation: RFC 5737 for version 4, RFC 3849 for version 6. */
final class Ips {
    private static final String[] NETWORKS = {"192.0.2.", "198.51.100.", "203.0.113."};
    private static final int HOSTS = 254;
    private static final int GROUPS = 6;

    private Ips() {}

    static String write(String template, Numbers numbers) {
        return template.indexOf(':') >= 0 ? six(numbers) : four(numbers);
    }

    private static String four(Numbers numbers) {
        long host = numbers.below((long) HOSTS * NETWORKS.length);
        return NETWORKS[(int) (host / HOSTS)] + (1 + host % HOSTS);
    }

    private static String six(Numbers numbers) {
        long low = numbers.below(1L << 62);
        long high = numbers.random().nextLong();
        StringBuilder address = new StringBuilder("2001:db8");
        for (int group = 0; group < GROUPS; group++) {
            long bits = group < 2 ? high >>> (16 * group) : low >>> (16 * (GROUPS - 1 - group));
            address.append(':').append(Long.toHexString(bits & 0xFFFF));
        }
        return address.toString();
    }
}
