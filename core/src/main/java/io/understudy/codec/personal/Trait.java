package io.understudy.codec.personal;

import java.util.List;

/** What a single text can look like; several can hold. */
public enum Trait {
    EMAIL {
        @Override
        boolean of(Glance glance) {
            return glance.ats() == 1 && glance.blanks() == 0 && Addresses.email(glance.text());
        }
    },
    /** A telephone number that says so itself: with a country's code or an area's in brackets. */
    PHONE {
        @Override
        boolean of(Glance glance) {
            String text = glance.text();
            boolean says = text.startsWith("+") || text.startsWith("(");
            return says && PHONE_LIKE.of(glance) && glance.signs() + glance.blanks() + glance.dots() > 0;
        }
    },
    /** Digits that could be a telephone number. */
    PHONE_LIKE {
        @Override
        boolean of(Glance glance) {
            return glance.parted() && glance.digits() >= 7 && glance.digits() <= 15;
        }
    },
    IBAN {
        @Override
        boolean of(Glance glance) {
            return glance.digits() >= 8
                    && glance.letters() >= 2
                    && glance.digits() + glance.letters() + glance.blanks()
                            == glance.text().length()
                    && CheckDigits.iban(glance.text());
        }
    },
    CARD {
        @Override
        boolean of(Glance glance) {
            return glance.digits() >= 13
                    && glance.digits() <= 19
                    && glance.parted()
                    && glance.dots() == 0
                    && CheckDigits.card(glance.digitsAlone());
        }
    },
    IP {
        @Override
        boolean of(Glance glance) {
            return glance.blanks() + glance.signs() + glance.ats() == 0
                    && ((glance.dots() == 3 && glance.letters() == 0 && glance.colons() == 0)
                            ? Addresses.version4(glance.text())
                            : glance.colons() >= 2 && Addresses.version6(glance.text()));
        }
    },
    /** Words as in the names of people: each begins with a capital, none has a digit. */
    NAME {
        @Override
        boolean of(Glance glance) {
            return glance.digits() + glance.ats() + glance.colons() == 0
                    && glance.letters() >= 2
                    && Words.name(glance.text());
        }
    },
    /** A number and words, as in a street and a house. */
    ADDRESS {
        @Override
        boolean of(Glance glance) {
            return glance.digits() >= 1
                    && glance.letters() >= 3
                    && glance.blanks() >= 1
                    && glance.ats() == 0
                    && glance.letters() > glance.digits();
        }
    },
    /** As long as the numbers that states give to people: six digits or more, and few letters. */
    ID_LIKE {
        @Override
        boolean of(Glance glance) {
            return glance.digits() >= 6
                    && glance.letters() <= 6
                    && glance.digits() + glance.letters() <= 16
                    && glance.ats() + glance.colons() + glance.others() == 0;
        }
    };

    /** Longer texts are passages and have no traits. */
    private static final int LONGEST = 120;

    private static final Trait[] ALL = values();

    abstract boolean of(Glance glance);

    /** Adds to the count of every trait that a text has. */
    public static void count(String text, long rows, long[] into) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return;
        }
        Glance glance = Glance.at(text);
        for (int trait = 0; trait < ALL.length; trait++) {
            if (ALL[trait].of(glance)) {
                into[trait] += rows;
            }
        }
    }

    /** The count of this trait among those of all. */
    public long rows(List<Long> counts) {
        return counts.get(List.of(ALL).indexOf(this));
    }

    /** Counts, one a trait, all zero. */
    public static long[] zero() {
        return new long[ALL.length];
    }
}
