package io.understudy.codec;

import io.understudy.codec.personal.CheckDigits;
import io.understudy.codec.personal.ColumnName;
import io.understudy.codec.personal.Trait;
import io.understudy.schema.Kind;
import io.understudy.stat.Cells;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Finds columns that lead to persons, by what their values look like and by the words of their names.
 *
 * <p>Values alone decide where they carry signs that chance does not make: an at-sign, check digits, a country's code. Of
 * the others the name must speak as well, for hotels and products have names too.
 */
final class PersonalInference {
    /** Values that cannot look like this by chance need not be the rule. */
    private static final double SOME = 0.5;

    private static final double MOST = 0.8;
    private static final double NEARLY_ALL = 0.95;

    /** A bare {@code name} is a person's where so many of the values differ. */
    private static final double DISTINCT = 0.5;

    private static final int LEAST_PHONE = 7;
    private static final int MOST_PHONE = 15;
    private static final int LEAST_CARD = 13;
    private static final int MOST_CARD = 19;
    private static final int LEAST_ID = 8;
    private static final int MOST_ID = 14;

    /** What values show by themselves, in the order in which it is asked. */
    private static final Map<Kind, Trait> SIGNS =
            Map.of(Kind.EMAIL, Trait.EMAIL, Kind.IBAN, Trait.IBAN, Kind.PHONE, Trait.PHONE);

    private final ColumnCounts counts;
    private final ColumnName name;

    private PersonalInference(ColumnCounts counts) {
        this.counts = counts;
        name = ColumnName.of(counts.column().name());
    }

    /** The personal kind of a column of texts or whole numbers; empty where none shows. */
    static Optional<Proposal> propose(ColumnCounts counts) {
        PersonalInference inference = new PersonalInference(counts);
        if (counts.present() == 0) {
            return Optional.empty();
        }
        return counts.column().type().keyed() ? inference.numbers() : inference.texts();
    }

    private Optional<Proposal> texts() {
        for (Kind kind : new Kind[] {Kind.EMAIL, Kind.IBAN, Kind.PHONE}) {
            Trait trait = SIGNS.getOrDefault(kind, Trait.EMAIL);
            if (share(trait) >= SOME) {
                return found(kind, percent(share(trait)) + " of the texts " + LOOKS.get(kind), share(trait));
            }
        }
        if (share(Trait.IP) >= NEARLY_ALL) {
            return found(
                    Kind.IP, percent(share(Trait.IP)) + " of the texts are addresses of the internet protocol", 0.9);
        }
        if (share(Trait.CARD) >= NEARLY_ALL || (name.card() && share(Trait.CARD) >= SOME)) {
            return found(Kind.CARD, percent(share(Trait.CARD)) + " of the texts have a card's check digit", 0.95);
        }
        return named();
    }

    private static final Map<Kind, String> LOOKS = Map.of(
            Kind.EMAIL, "are e-mail addresses",
            Kind.IBAN, "are account numbers with right check digits",
            Kind.PHONE, "are telephone numbers");

    /** Kinds that need a name to be told. */
    private Optional<Proposal> named() {
        if (name.nationalId() && share(Trait.ID_LIKE) >= MOST) {
            return found(Kind.NATIONAL_ID, "named like a number that a state gives, and digits of that length", 0.8);
        }
        if (name.phone() && share(Trait.PHONE_LIKE) + share(Trait.PHONE) >= MOST) {
            return found(Kind.PHONE, "named like a telephone number, and digits of that length", 0.9);
        }
        if (name.person() && share(Trait.NAME) >= MOST) {
            return found(Kind.NAME, "named like people's names, and words that begin with capitals", 0.9);
        }
        if (name.bareName() && share(Trait.NAME) >= MOST && counts.distinct() >= DISTINCT * counts.present()) {
            return found(
                    Kind.NAME, "named like names, words with capitals that hardly repeat; could be of things", 0.6);
        }
        if (name.address() && share(Trait.ADDRESS) >= SOME) {
            return found(Kind.ADDRESS, "named like an address, and words with a number", 0.8);
        }
        return Optional.empty();
    }

    private Optional<Proposal> numbers() {
        if (name.card() && digits(LEAST_CARD, MOST_CARD) >= MOST && luhn() >= NEARLY_ALL) {
            return found(Kind.CARD, "named like a card, and numbers with a card's check digit", 0.95);
        }
        if (name.phone() && digits(LEAST_PHONE, MOST_PHONE) >= MOST) {
            return found(Kind.PHONE, "named like a telephone number, and numbers of that length", 0.8);
        }
        if (name.nationalId() && digits(LEAST_ID, MOST_ID) >= MOST) {
            return found(Kind.NATIONAL_ID, "named like a number that a state gives, and numbers of that length", 0.7);
        }
        return Optional.empty();
    }

    private double share(Trait trait) {
        return counts.texts().rows(trait) / (double) counts.present();
    }

    /** The share of numbers with so many digits. */
    private double digits(int least, int most) {
        return share(key -> key > 0
                && Long.toString(key).length() >= least
                && Long.toString(key).length() <= most);
    }

    private double luhn() {
        return share(key -> key > 0 && CheckDigits.card(Long.toString(key)));
    }

    /** Of cells that hold many numbers the lowest stands for all. */
    private double share(LongPredicate is) {
        Cells cells = counts.cells();
        long rows = 0;
        for (int i = 0; i < cells.size(); i++) {
            rows += is.test(cells.lows()[i]) ? cells.counts()[i] : 0;
        }
        return rows / (double) counts.present();
    }

    private Optional<Proposal> found(Kind kind, String reason, double confidence) {
        return Optional.of(new Proposal(counts.column(), kind, reason, Math.max(0.5, confidence)));
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
