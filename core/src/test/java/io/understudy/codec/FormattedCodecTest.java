package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FormattedCodecTest {
    private static final int K = 10;

    abstract static class Contract extends CodecContract {
        private final RawColumn training;
        private final Kind kind;

        Contract(RawColumn training, Kind kind) {
            this.training = training;
            this.kind = kind;
        }

        @Override
        Codec codec() {
            return Cases.learn(Cases.TEXT, training, kind, K);
        }

        @Override
        RawColumn training() {
            return training;
        }

        @Override
        RawColumn unseen() {
            return Cases.texts(Arrays.asList("never seen", "", "$99,999,999.00", "-$1.00", null, "n/a", "31/12/9999"));
        }

        @Override
        Codec rebuilt(Codec codec) {
            return FormattedCodec.of(((FormattedCodec) codec).parts());
        }
    }

    @Nested
    class Prices extends Contract {
        Prices() {
            super(prices(), Kind.NUMBER);
        }
    }

    @Nested
    class Days extends Contract {
        Days() {
            super(days("dd/MM/yyyy"), Kind.DATE);
        }
    }

    @Test
    void formatsAreProposedWithTheirReason() {
        assertThat(propose("price", prices()).kind()).isEqualTo(Kind.NUMBER);
        assertThat(propose("price", prices()).reason())
                .isEqualTo("94 % of the texts are numbers written like $#,##0.00");
        assertThat(propose("x", days("dd/MM/yyyy")))
                .returns(Kind.DATE, Proposal::kind)
                .returns("100 % of the texts are days written like dd/MM/yyyy", Proposal::reason);
        assertThat(propose("x", days("yyyyMMdd")).kind()).isEqualTo(Kind.DATE);
        assertThat(propose("x", texts(1000, row -> "2021-03-04 10:%02d:00".formatted(row % 60)))
                        .kind())
                .isEqualTo(Kind.TIMESTAMP);
    }

    @Test
    void anOpenOrderOfDayAndMonthIsSaid() {
        Proposal proposal = propose("x", texts(1000, row -> "%02d/%02d/2021".formatted(1 + row % 12, 1 + row % 11)));
        assertThat(proposal.kind()).isEqualTo(Kind.DATE);
        assertThat(proposal.confidence()).isLessThan(0.5);
        assertThat(proposal.reason()).endsWith("days written like MM/dd/yyyy, but could as well be dd/MM/yyyy");
    }

    @Test
    void codesAndLabelsAreNoNumbers() {
        assertThat(propose("zip", texts(5_000, row -> "%05d".formatted(new Random(row).nextInt(100_000))))
                        .kind())
                .isNotEqualTo(Kind.NUMBER);
        assertThat(propose("x", texts(5_000, row -> "%05d".formatted(new Random(row).nextInt(100_000))))
                        .kind())
                .isNotEqualTo(Kind.NUMBER);
        assertThat(propose("x", texts(1000, row -> "" + row % 3)).kind()).isEqualTo(Kind.CATEGORY);
        assertThat(propose("x", texts(1000, row -> "" + (100 + row))).kind()).isEqualTo(Kind.IDENTIFIER);
        assertThat(propose("age", texts(1000, row -> "" + row % 80)).kind()).isEqualTo(Kind.NUMBER);
        assertThat(propose("stock", texts(1000, row -> 10_000 + row % 300 + (row % 5 == 0 ? "A" : "")))
                        .kind())
                .isEqualTo(Kind.TEXT);
    }

    @Test
    void decodedTextsAreOfTheFormatAndOfTheDistributionOfTheirSource() {
        RawColumn column = prices();
        Codec codec = Cases.learn(Cases.TEXT, column, Kind.NUMBER, K);
        List<String> decoded = Cases.cells(Cases.decode(codec, Cases.encode(codec, column), 1));
        List<String> real = Cases.cells(column);
        assertThat(decoded.stream().filter(text -> text != null && !text.equals("N/A")))
                .allMatch(text -> text.matches("\\$(\\d{1,3},)?\\d{1,3}\\.\\d\\d"));
        assertThat(Collections.frequency(decoded, "N/A")).isEqualTo(Collections.frequency(real, "N/A"));
        assertThat(Cases.kolmogorovSmirnov(cents(real), cents(decoded))).isLessThan(0.02);
    }

    @Test
    void noTextOfFewerThanTenRowsIsKept() {
        List<String> cells = new ArrayList<>(Cases.cells(prices()));
        cells.addAll(List.of("secret 1", "secret 2", "$777,777.00"));
        Codec codec = Cases.learn(Cases.TEXT, Cases.texts(cells), Kind.NUMBER, K);
        assertThat(((FormattedCodec) codec).parts().words()).containsExactly("N/A");
        List<String> decoded = Cases.cells(Cases.decode(codec, Cases.encode(codec, Cases.texts(cells)), 1));
        assertThat(decoded).doesNotContain("secret 1", "secret 2", "$777,777.00");
    }

    @Test
    void frequentTextsInAnotherFormatKeepTheirCodes() {
        RawColumn column = texts(2_000, row -> row % 10 == 0 ? "0" : "%.2f".formatted(row / 7.0));
        Codec codec = Cases.learn(Cases.TEXT, column, propose("x", column).kind(), K);
        assertThat(((FormattedCodec) codec).parts().words()).containsExactly("0");
        List<String> decoded = Cases.cells(Cases.decode(codec, Cases.encode(codec, column), 1));
        assertThat(Collections.frequency(decoded, "0")).isEqualTo(200);
        assertThat(decoded).doesNotContain("0.00");
    }

    @Test
    void weekdaysAndMonthEndsSurvive() {
        List<String> real = new ArrayList<>();
        for (int row = 0; row < 20_000; row++) {
            LocalDate day = LocalDate.of(2015, 1, 1).plusDays(new Random(row).nextInt(2_000));
            LocalDate monthEnd = day.withDayOfMonth(day.lengthOfMonth());
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            real.add((row % 4 == 0 ? monthEnd : weekend ? day.plusDays(2) : day).toString());
        }
        Codec codec = Cases.learn(Cases.TEXT, Cases.texts(real), Kind.DATE, K);
        List<String> decoded = Cases.cells(Cases.decode(codec, Cases.encode(codec, Cases.texts(real)), 1));
        for (int weekday = 1; weekday <= 7; weekday++) {
            int of = weekday;
            assertThat(share(decoded, day -> day.getDayOfWeek().getValue() == of))
                    .isCloseTo(
                            share(real, day -> day.getDayOfWeek().getValue() == of),
                            org.assertj.core.api.Assertions.within(0.01));
        }
        assertThat(share(decoded, day -> day.getDayOfMonth() == day.lengthOfMonth()))
                .isCloseTo(
                        share(real, day -> day.getDayOfMonth() == day.lengthOfMonth()),
                        org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void checksSeeAnOrderedColumn() {
        Column column = new Column("price", Cases.TEXT, true);
        List<ColumnCounts> counts = List.of(Cases.count(column, prices()));
        AssessmentCodec codec = AssessmentCodec.learn(counts, TableCodec.learn(counts, Cases.k(K)));
        assertThat(codec.domain().variable(0).ordered()).isTrue();
        RawColumn three = Cases.texts(Arrays.asList(null, "N/A", "$1.00", "$2.00", "$5,000.00"));
        int[] codes = codec.encode(new RawBlock(5, List.of(three))).toArrays()[0];
        assertThat(codes[0]).isZero();
        assertThat(codes[1]).isZero();
        assertThat(codes[2]).isLessThan(codes[3]);
        assertThat(codes[3]).isLessThan(codes[4]);
    }

    @Test
    void columnsThatDoNotFitSayHowManyRows() {
        RawColumn column = texts(1000, row -> row % 3 == 0 ? "word " + row : "12." + (10 + row % 90));
        assertThatThrownBy(() -> Cases.learn(Cases.TEXT, column, Kind.NUMBER, K))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "column column cannot be of kind number because its type is text and 334 of 1000 rows are not"
                                + " written in the one format that most rows have");
    }

    @Test
    void formatsDoNotDependOnOrderOrPartitions() {
        List<String> cells = new ArrayList<>(Cases.cells(prices()));
        cells.addAll(Cases.cells(days("M/d/yyyy")));
        Profile profile = new Profile(List.of(new Column("x", Cases.TEXT, true)));
        List<ColumnCounts> whole = profile(profile, List.of(cells));
        Collections.shuffle(cells, new Random(1));
        List<List<String>> parts = IntStream.range(0, 7)
                .mapToObj(p -> cells.subList(p * cells.size() / 7, (p + 1) * cells.size() / 7))
                .toList();
        assertThat(profile(profile, parts)).isEqualTo(whole);
        assertThat(whole.get(0).texts().forms().found()).isNotEmpty();
    }

    private static List<ColumnCounts> profile(Profile profile, List<List<String>> parts) {
        Profile.State total = profile.zero();
        for (List<String> part : parts) {
            RawBlock block = new RawBlock(part.size(), List.of(Cases.texts(part)));
            total = profile.merge(total, profile.add(profile.zero(), block));
        }
        return profile.finish(total);
    }

    private static double share(List<String> days, java.util.function.Predicate<LocalDate> which) {
        return days.stream().map(LocalDate::parse).filter(which).count() / (double) days.size();
    }

    private static long[] cents(List<String> prices) {
        return prices.stream()
                .filter(text -> text != null && text.startsWith("$"))
                .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")))
                .toArray();
    }

    private static Proposal propose(String name, RawColumn column) {
        return new Inference(K).propose(Cases.count(new Column(name, Cases.TEXT, true), column));
    }

    private static RawColumn prices() {
        List<String> cells = IntStream.range(0, 4_700)
                .mapToObj(row ->
                        String.format(Locale.US, "$%,.2f", StrictMath.exp(4 + 1.2 * new Random(row).nextGaussian())))
                .collect(Collectors.toCollection(ArrayList::new));
        cells.addAll(Collections.nCopies(300, "N/A"));
        cells.addAll(Collections.nCopies(100, null));
        return Cases.texts(cells);
    }

    private static RawColumn days(String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        return texts(
                3_000,
                row -> LocalDate.of(2015, 1, 1)
                        .plusDays(new Random(row).nextInt(2_000))
                        .format(formatter));
    }

    private static RawColumn texts(int rows, IntFunction<String> text) {
        return Cases.texts(IntStream.range(0, rows).mapToObj(text).toList());
    }
}
