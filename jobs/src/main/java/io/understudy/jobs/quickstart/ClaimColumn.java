package io.understudy.jobs.quickstart;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.ByteType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.FloatType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.ShortType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/** A column of the table: its field in the schema, and its value in a claim. */
record ClaimColumn(StructField field, Value value) {
    /** What a column takes from a claim. */
    @FunctionalInterface
    interface Value {
        @Nullable
        Object of(Claim claim);
    }

    private static final DataType MONEY = createDecimalType(12, 2);

    /** All columns in the order of the table. */
    static final List<ClaimColumn> ALL = List.of(
            required("claim_id", StringType, "Claim number, ends in a Luhn check digit", Claim::id),
            required(
                    "customer_id",
                    LongType,
                    "Customer number, repeats over claims",
                    c -> customer(c).id()),
            required(
                    "full_name",
                    StringType,
                    "First and last name",
                    c -> person(c).fullName()),
            required(
                    "email",
                    StringType,
                    "E-mail address, made from the name",
                    c -> customer(c).email()),
            optional("phone", StringType, "Telephone number", c -> home(c).phone()),
            required("birth_date", DateType, "Date of birth", c -> person(c).birthDate()),
            required("sex", StringType, "Sex: F, M or X", c -> person(c).sex().name()),
            required(
                    "city",
                    StringType,
                    "City of residence",
                    c -> home(c).place().city()),
            required(
                    "region",
                    StringType,
                    "Region of the city",
                    c -> home(c).place().region().label()),
            required("postcode", StringType, "Postcode, first two digits tell the city", c -> home(c).postcode()),
            required(
                    "policy_start",
                    DateType,
                    "First day of the policy",
                    c -> policy(c).start()),
            required(
                    "policy_type",
                    StringType,
                    "Cover of the policy",
                    c -> policy(c).type().label()),
            required(
                    "vehicle_make",
                    StringType,
                    "Make of the vehicle",
                    c -> vehicle(c).model().make()),
            required(
                    "vehicle_model",
                    StringType,
                    "Model of the vehicle",
                    c -> vehicle(c).model().name()),
            required(
                    "vehicle_year",
                    IntegerType,
                    "Year in which the vehicle was built",
                    c -> vehicle(c).year()),
            optional(
                    "annual_mileage",
                    IntegerType,
                    "Kilometres a year",
                    c -> driving(c).annualMileage()),
            optional("annual_income", MONEY, "Income a year, null if not stated", ClaimColumn::income),
            required("credit_score", ShortType, "Credit score 300..850, 999 = unknown", ClaimColumn::creditScore),
            required(
                    "incident_type",
                    StringType,
                    "What happened",
                    c -> c.incident().type().label()),
            required(
                    "severity",
                    StringType,
                    "How bad it was",
                    c -> c.incident().severity().label()),
            required("incident_at", TimestampType, "Time of the incident, UTC", ClaimColumn::incidentAt),
            required("reported_at", TimestampType, "Time of the report, UTC", ClaimColumn::reportedAt),
            required("witnesses", ByteType, "Number of witnesses", c ->
                    (byte) report(c).witnesses()),
            optional(
                    "police_report",
                    BooleanType,
                    "Did the police report it",
                    c -> report(c).policeReport()),
            optional(
                    "telematics_score",
                    DoubleType,
                    "Driving score 0..100, null without box",
                    c -> driving(c).score()),
            optional(
                    "harsh_braking",
                    FloatType,
                    "Harsh brakings per 100 km",
                    c -> driving(c).braking()),
            required(
                    "claim_amount",
                    MONEY,
                    "Amount claimed",
                    c -> money(c.settlement().amountCents())),
            required("excess", createDecimalType(8, 2), "Excess borne by the customer", ClaimColumn::excess),
            optional("paid_amount", MONEY, "Amount paid, null if the claim was refused", ClaimColumn::paid),
            required(
                    "is_fraud",
                    BooleanType,
                    "Was the claim found to be fraudulent",
                    c -> c.settlement().fraud()));

    private static ClaimColumn required(String name, DataType type, String comment, Value value) {
        return new ClaimColumn(DataTypes.createStructField(name, type, false).withComment(comment), value);
    }

    private static ClaimColumn optional(String name, DataType type, String comment, Value value) {
        return new ClaimColumn(DataTypes.createStructField(name, type, true).withComment(comment), value);
    }

    private static @Nullable Object income(Claim claim) {
        Finances finances = customer(claim).finances();
        return finances.incomeKnown() ? money(finances.incomeCents()) : null;
    }

    private static Object creditScore(Claim claim) {
        return (short) customer(claim).finances().creditScore();
    }

    private static Object incidentAt(Claim claim) {
        return claim.incident().at().toInstant(ZoneOffset.UTC);
    }

    private static Object reportedAt(Claim claim) {
        return report(claim).at().toInstant(ZoneOffset.UTC);
    }

    private static Object excess(Claim claim) {
        return money(100L * policy(claim).excess());
    }

    private static @Nullable Object paid(Claim claim) {
        Long cents = claim.settlement().paidCents();
        return cents == null ? null : money(cents);
    }

    private static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private static Customer customer(Claim claim) {
        return claim.contract().customer();
    }

    private static Person person(Claim claim) {
        return customer(claim).person();
    }

    private static Home home(Claim claim) {
        return customer(claim).home();
    }

    private static Policy policy(Claim claim) {
        return claim.contract().policy();
    }

    private static Vehicle vehicle(Claim claim) {
        return claim.contract().vehicle();
    }

    private static Driving driving(Claim claim) {
        return claim.contract().driving();
    }

    private static Report report(Claim claim) {
        return claim.incident().report();
    }
}
