package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InferenceTest {
    private static final Inference INFERENCE = new Inference(10);

    @Test
    void typesThatSayItAllAreBelieved() {
        RawColumn column = Cases.keys(100, row -> row);
        assertThat(kind("x", new ColumnType.Flag(), column)).isEqualTo(Kind.BOOLEAN);
        assertThat(kind("x", new ColumnType.Date(), column)).isEqualTo(Kind.DATE);
        assertThat(kind("x", new ColumnType.Timestamp(), column)).isEqualTo(Kind.TIMESTAMP);
        assertThat(kind("id", Cases.DOUBLE, column)).isEqualTo(Kind.NUMBER);
        assertThat(kind("id", new ColumnType.Decimal(10, 2), column)).isEqualTo(Kind.NUMBER);
    }

    @Test
    void runningNumbersAreIdentifiersWhateverTheirName() {
        assertThat(kind("x", Cases.LONG, Cases.keys(100, row -> 7_000 + row))).isEqualTo(Kind.IDENTIFIER);
        assertThat(kind("x", new ColumnType.Decimal(10, 0), Cases.keys(100, row -> row)))
                .isEqualTo(Kind.IDENTIFIER);
        assertThat(kind("x", Cases.LONG, Cases.keys(49, row -> row))).isEqualTo(Kind.NUMBER);
        assertThat(kind("x", Cases.LONG, Cases.keys(100, row -> row / 2))).isEqualTo(Kind.NUMBER);
    }

    @Test
    void runningNumbersAreRecognisedBeyondWhatIsCountedSingly() {
        assertThat(kind("x", Cases.LONG, Cases.keys(100_000, row -> row))).isEqualTo(Kind.IDENTIFIER);
        assertThat(kind("x", Cases.LONG, Cases.keys(200_000, row -> row / 2))).isEqualTo(Kind.NUMBER);
    }

    @Test
    void spreadDistinctNumbersAreIdentifiersByNameOnly() {
        RawColumn column = Cases.keys(100, row -> 1_000_000L * row);
        for (String name : List.of("id", "customer_id", "CustomerID", "orderNo", "policy number", "key", "ref.")) {
            assertThat(kind(name, Cases.LONG, column)).as(name).isEqualTo(Kind.IDENTIFIER);
        }
        for (String name : List.of("idle", "income", "notes", "keyboard", "")) {
            assertThat(kind(name, Cases.LONG, column)).as(name).isEqualTo(Kind.NUMBER);
        }
        assertThat(propose("income", Cases.LONG, column).confidence()).isLessThan(0.5);
    }

    @Test
    void codesAreSaidToRepeatOnlyWhereTheyDo() {
        assertThat(propose("claim_id", Cases.TEXT, texts(1000, row -> "CLM-" + (10_000 + row))))
                .extracting(Proposal::kind, Proposal::reason)
                .containsExactly(Kind.IDENTIFIER, "codes that hardly ever repeat");
        assertThat(propose("claim_id", Cases.TEXT, texts(1000, row -> "CLM-" + (10_000 + row / 2)))
                        .reason())
                .startsWith("codes that repeat, named like");
    }

    @Test
    void textsThatRepeatAreCategories() {
        assertThat(kind("x", Cases.TEXT, texts(1000, row -> "v" + row % 20))).isEqualTo(Kind.CATEGORY);
        assertThat(kind("x", Cases.TEXT, texts(1000, row -> row < 300 ? "v" : "rare " + row)))
                .isEqualTo(Kind.CATEGORY);
        Proposal proposal = propose("x", Cases.TEXT, texts(1000, row -> row < 300 ? "v" : "rare " + row));
        assertThat(proposal.reason()).isEqualTo("30 % of the rows have texts that at least 10 rows share");
        assertThat(proposal.confidence()).isBetween(0.5, 0.8);
    }

    @Test
    void textsThatHardlyRepeatAreIdentifiersOrFreeText() {
        assertThat(kind("x", Cases.TEXT, texts(1000, row -> new UUID(row, row).toString())))
                .isEqualTo(Kind.IDENTIFIER);
        assertThat(kind("x", Cases.TEXT, texts(1000, row -> "remark number " + row)))
                .isEqualTo(Kind.TEXT);
        assertThat(kind("x", Cases.TEXT, texts(1000, row -> "name" + row / 3))).isEqualTo(Kind.TEXT);
    }

    @Test
    void identifiersAreRecognisedBeyondWhatIsCountedSingly() {
        RawColumn column = texts(300_000, row -> "C" + new Random(row).nextLong());
        assertThat(kind("x", Cases.TEXT, column)).isEqualTo(Kind.IDENTIFIER);
    }

    @Test
    void columnsWithoutValuesGetAKindThatSuitsTheirType() {
        assertThat(kind("x", Cases.TEXT, Cases.texts(Arrays.asList(null, null))))
                .isEqualTo(Kind.CATEGORY);
        assertThat(kind("x", Cases.LONG, Cases.missing(3, Cases.keys(0, 0, 0)))).isEqualTo(Kind.NUMBER);
    }

    @Test
    void personalKindsAreProposed() {
        String[] first = {"Anna", "Bernd", "Carla", "David"};
        String[] last = {"Smith", "O'Hara", "van der Berg", "Lee-Jones"};
        RawColumn names = texts(200, row -> first[row % 4] + " " + last[row / 4 % 4] + (char) ('a' + row % 26));
        assertThat(kind("customer_name", Cases.TEXT, names)).isEqualTo(Kind.NAME);
        assertThat(kind("Nachname", Cases.TEXT, texts(200, row -> last[row % 4])))
                .isEqualTo(Kind.NAME);
        assertThat(kind("x", Cases.TEXT, texts(200, row -> "user" + row + "@example.org")))
                .isEqualTo(Kind.EMAIL);
        assertThat(kind("x", Cases.TEXT, texts(200, row -> "+49 171 " + (1_000_000 + row))))
                .isEqualTo(Kind.PHONE);
        assertThat(kind("mobile", Cases.TEXT, texts(200, row -> "0171-" + (1_000_000 + row))))
                .isEqualTo(Kind.PHONE);
        assertThat(kind("x", Cases.TEXT, texts(200, row -> "10.0." + row + ".7")))
                .isEqualTo(Kind.IP);
        assertThat(kind("street_address", Cases.TEXT, texts(200, row -> row + " Main Street")))
                .isEqualTo(Kind.ADDRESS);
        assertThat(kind("SSN", Cases.TEXT, texts(200, row -> "123-45-" + (1000 + row))))
                .isEqualTo(Kind.NATIONAL_ID);
        assertThat(kind("phone", Cases.LONG, Cases.keys(200, row -> 491_710_000_000L + 7919L * row)))
                .isEqualTo(Kind.PHONE);
    }

    @Test
    void namesOfThingsAreNoPeople() {
        RawColumn names = texts(200, row -> "Grand Plaza " + (char) ('A' + row % 26) + (char) ('a' + row / 26));
        for (String name : List.of("hotel_name", "product_name", "city", "Description", "file_name")) {
            assertThat(kind(name, Cases.TEXT, names).personal()).as(name).isFalse();
        }
        assertThat(kind("name", Cases.TEXT, texts(200, row -> "Bright flat no. " + row + " near the park"))
                        .personal())
                .isFalse();
        assertThat(kind("name", Cases.TEXT, texts(200, row -> "Plaza " + (char) ('A' + row % 5))))
                .isEqualTo(Kind.CATEGORY);
    }

    @Test
    void namesOfEntitiesThatRepeatAreIdentifiersAndCodesAreOrdinal() {
        RawColumn many = Cases.keys(20_000, row -> 10_000 + row % 1_000 * 7L);
        assertThat(kind("CustomerID", Cases.LONG, many)).isEqualTo(Kind.IDENTIFIER);
        assertThat(kind("FlightNum", Cases.LONG, many)).isEqualTo(Kind.ORDINAL);
        assertThat(kind("income", Cases.LONG, many)).isEqualTo(Kind.NUMBER);
        assertThat(kind("number_of_reviews", Cases.LONG, many)).isEqualTo(Kind.NUMBER);
        assertThat(kind("invoice_no", Cases.TEXT, texts(20_000, row -> "C" + row % 1_000)))
                .isEqualTo(Kind.IDENTIFIER);
    }

    private static Kind kind(String name, ColumnType type, RawColumn column) {
        return propose(name, type, column).kind();
    }

    private static Proposal propose(String name, ColumnType type, RawColumn column) {
        return INFERENCE.propose(Cases.count(new Column(name, type, true), column));
    }

    private static RawColumn texts(int rows, IntFunction<String> text) {
        return Cases.texts(IntStream.range(0, rows).mapToObj(text).toList());
    }
}
