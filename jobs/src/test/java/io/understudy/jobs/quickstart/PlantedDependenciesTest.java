package io.understudy.jobs.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/quickstart-table.md} promises of the default table, asked of the table itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedDependenciesTest {
    private static final String NEW_POLICY = "datediff(incident_at, policy_start) < 150";
    private static final String HIGH_AMOUNT = "claim_amount >= 3000";
    private static final String NIGHT = "(hour(incident_at) >= 22 or hour(incident_at) < 5)";
    private static final String UNSEEN = "witnesses = 0";
    private static final String NO_POLICE = "police_report = false";
    private static final String LOW_INCOME = "annual_income < 24000 and claim_amount > 0.1 * annual_income";
    private static final String LOW_SCORE = "credit_score < 600";

    private final Dataset<Row> claims = InsuranceClaims.table(TestSpark.session(), InsuranceClaims.ROWS, 0);

    @BeforeAll
    void keep() {
        claims.cache();
    }

    @AfterAll
    void release() {
        claims.unpersist();
    }

    @Test
    void sixtyThousandClaimsComeFromTwentyFiveThousandCustomers() {
        assertThat(claims.count()).isEqualTo(60_000);
        assertThat(distinct("claim_id")).isEqualTo(60_000);
        assertThat(distinct("customer_id")).isEqualTo(25_000);
    }

    @Test
    void claimNumbersCarryTheYearOfTheReportAndALuhnDigit() {
        assertThat(share("claim_id rlike '^CLM-20[0-9]{2}-[0-9]{7}-[0-9]$'")).isEqualTo(1);
        assertThat(share("substr(claim_id, 5, 4) = cast(year(reported_at) as string)"))
                .isEqualTo(1);
        assertThat(share("luhn_check(replace(substr(claim_id, 5), '-', ''))")).isEqualTo(1);
    }

    @Test
    void noTwoCustomersShareAnEmailAddress() {
        assertThat(distinct("email")).isEqualTo(25_000);
        assertThat(distinct("email, customer_id")).isEqualTo(25_000);
    }

    @Test
    void addressesAndTelephonesCanReachNobody() {
        assertThat(share("email rlike '^[a-z]+[.][a-z]+[0-9]+@example[.](com|org|net)$'"))
                .isEqualTo(1);
        assertThat(share("coalesce(phone, '+1-200-555-0100') rlike '^[+]1-[2-9][0-9]{2}-555-01[0-9]{2}$'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "city; region",
                "substr(postcode, 1, 2); city",
                "substr(phone, 4, 3); city",
                "vehicle_model; vehicle_make",
                "customer_id; full_name, email, phone, birth_date, sex, city, postcode, annual_income, credit_score",
                "customer_id; policy_start, policy_type, excess, vehicle_model, vehicle_year, annual_mileage",
                "customer_id; telematics_score, harsh_braking"
            })
    void oneDeterminesTheOther(String one, String other) {
        String known = one + " is not null";
        assertThat(distinct(one + ", " + other, known)).isEqualTo(distinct(one, known));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy_start <= cast(incident_at as date)",
                "incident_at <= reported_at",
                "add_months(birth_date, 18 * 12) <= policy_start",
                "vehicle_year <= year(policy_start)",
                "paid_amount is null or paid_amount = greatest(0, claim_amount - excess)",
                "paid_amount is null or policy_type <> 'liability' or incident_type = 'collision'",
                "credit_score between 300 and 850 or credit_score = 999",
                "(telematics_score is null) = (harsh_braking is null)",
                "telematics_score is null or (telematics_score between 0 and 100 and vehicle_year >= 2012)"
            })
    void everyClaimObeys(String rule) {
        assertThat(share(rule)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 0.02, 0.04",
        "annual_mileage, 0.07, 0.11",
        "annual_income, 0.05, 0.07",
        "police_report, 0.08, 0.10",
        "telematics_score, 0.65, 0.77",
        "paid_amount, 0.05, 0.10"
    })
    void nullsHaveTheirShare(String column, double low, double high) {
        assertThat(share(column + " is null")).isBetween(low, high);
    }

    @Test
    void anUnknownCreditScoreIsAPointMass() {
        assertThat(share("credit_score = 999")).isBetween(0.06, 0.10);
    }

    @Test
    void incomeDependsOnAgeAndRegion() {
        assertThat(median("annual_income", "region = 'Capital'"))
                .isGreaterThan(1.4 * median("annual_income", "region = 'Highlands'"));
        assertThat(median("annual_income", "year(birth_date) between 1969 and 1979"))
                .isGreaterThan(1.3 * median("annual_income", "year(birth_date) > 2000"));
    }

    @Test
    void amountsDependOnTypeAndSeverityTogetherAndHaveALongTail() {
        assertThat(median("claim_amount", "incident_type = 'theft'"))
                .isGreaterThan(10 * median("claim_amount", "incident_type = 'glass'"));
        assertThat(median("claim_amount", "severity = 'major' and incident_type = 'collision'"))
                .isGreaterThan(4 * median("claim_amount", "severity = 'minor' and incident_type = 'collision'"));
        assertThat(median("claim_amount", "severity = 'total loss' and vehicle_make = 'Kestrel'"))
                .isGreaterThan(3 * median("claim_amount", "severity = 'total loss' and vehicle_make = 'Castell'"));
        assertThat(share("claim_amount > 30000")).isBetween(0.005, 0.03);
        assertThat(share("claim_amount > 100000")).isBetween(0.00005, 0.005);
    }

    @Test
    void collisionsKeepOfficeHoursAndThievesWorkAtNight() {
        assertThat(among("incident_type = 'collision'", "hour(incident_at) in (7, 8, 16, 17)"))
                .isGreaterThan(4 * among("incident_type = 'collision'", "hour(incident_at) in (1, 2, 3, 4)"));
        assertThat(among("incident_type = 'collision'", "weekday(incident_at) >= 5"))
                .isLessThan(0.2);
        assertThat(among("incident_type = 'theft'", "weekday(incident_at) >= 5"))
                .isGreaterThan(0.33);
        assertThat(among("incident_type = 'theft'", NIGHT)).isGreaterThan(0.45);
    }

    @Test
    void fraudIsRare() {
        assertThat(share("is_fraud")).isBetween(0.015, 0.025);
    }

    /** Chance alone moves the rate among the 450 such claims by 0.02 (one standard deviation). */
    @Test
    void fraudIsUsualWhereFiveConditionsMeetAndUnusualWhereOneIsMissing() {
        String[] conditions = {NEW_POLICY, HIGH_AMOUNT, NIGHT, UNSEEN, NO_POLICE};
        assertThat(among(String.join(" and ", conditions), "is_fraud")).isGreaterThan(0.6);
        for (String missing : conditions) {
            String others = String.join(" and ", conditions).replace(missing, "not " + missing);
            assertThat(among(others, "is_fraud")).as(missing).isLessThan(0.2);
        }
    }

    @Test
    void lowIncomeAndLowScoreMakeFraudOnlyTogether() {
        assertThat(among(LOW_INCOME + " and " + LOW_SCORE, "is_fraud")).isGreaterThan(0.2);
        assertThat(among(LOW_INCOME + " and not " + LOW_SCORE, "is_fraud")).isLessThan(0.05);
        assertThat(among("annual_income >= 24000 and " + LOW_SCORE, "is_fraud")).isLessThan(0.05);
    }

    @Test
    void fewOwnersReportTheLossOfAWorthlessVehicleLateInGoodFaith() {
        String prices = Model.ALL.stream()
                .map(model -> "'" + model.name() + "', " + model.price())
                .collect(Collectors.joining(", ", "map(", ")"));
        String value = prices + "[vehicle_model] * pow(0.87, year(incident_at) - vehicle_year)";
        String gone = "incident_type in ('theft', 'fire') and policy_type <> 'liability' and " + value + " < 5000";
        String late = "reported_at > incident_at + interval 24 hours";
        assertThat(among(gone + " and " + late, "is_fraud")).isGreaterThan(0.3);
        assertThat(among(gone + " and not " + late, "is_fraud")).isLessThan(0.06);
    }

    /** Share of all claims that fulfil the condition. */
    private double share(String condition) {
        return among("true", condition);
    }

    /** Share of the group's claims that fulfil the condition. */
    private double among(String group, String condition) {
        return claims.filter(group)
                .selectExpr("avg(if(" + condition + ", 1.0D, 0.0D))")
                .head()
                .getDouble(0);
    }

    private double median(String column, String group) {
        return claims.filter(group)
                .selectExpr("median(cast(" + column + " as double))")
                .head()
                .getDouble(0);
    }

    private long distinct(String columns) {
        return distinct(columns, "true");
    }

    /** A struct, because counting distinct columns would leave out rows with a null. */
    private long distinct(String columns, String group) {
        return claims.filter(group)
                .selectExpr("count(distinct struct(" + columns + "))")
                .head()
                .getLong(0);
    }
}
