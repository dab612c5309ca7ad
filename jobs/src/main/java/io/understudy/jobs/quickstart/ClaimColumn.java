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

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/** A column of the table: its field in the schema, and its value in a claim. */
record ClaimColumn(StructField field, Value<Claim> value) {
    /** What a column takes from a claim or from one of its rooms. */
    @FunctionalInterface
    interface Value<R> {
        @Nullable
        Object of(R room);
    }

    private static final DataType MONEY = createDecimalType(12, 2);
    private static final DataType EXCESS = createDecimalType(8, 2);

    /** All columns in the order of the table. */
    static final List<ClaimColumn> ALL = List.of(
            claim("claim_id", StringType, "Claim number, ends in a Luhn check digit", Claim::id),
            customer("customer_id", LongType, "Customer number, repeats over claims", Customer::id),
            person("full_name", StringType, "First and last name", Person::fullName),
            customer("email", StringType, "E-mail address, made from the name", Customer::email),
            home("phone", StringType, "Telephone number, null if none was left", Home::phone)
                    .orNull(),
            person("birth_date", DateType, "Date of birth", Person::birthDate),
            person("sex", StringType, "Sex: F, M or X", Person::sexLabel),
            home("city", StringType, "City of residence", Home::city),
            home("region", StringType, "Region of the city", Home::region),
            home("postcode", StringType, "Postcode, the first two digits tell the city", Home::postcode),
            policy("policy_start", DateType, "First day of the policy", Policy::start),
            policy("policy_type", StringType, "Cover: liability, partial or comprehensive", Policy::typeLabel),
            vehicle("vehicle_make", StringType, "Make of the vehicle", Vehicle::make),
            vehicle("vehicle_model", StringType, "Model of the vehicle", Vehicle::modelName),
            vehicle("vehicle_year", IntegerType, "Year in which the vehicle was built", Vehicle::year),
            driving("annual_mileage", IntegerType, "Kilometres a year, null if not stated", Driving::annualMileage)
                    .orNull(),
            finances("annual_income", MONEY, "Income a year, null if not stated", Finances::statedIncome)
                    .orNull(),
            finances("credit_score", ShortType, "Credit score 300 to 850; 999 = unknown", Finances::creditScore),
            incident("incident_type", StringType, "What happened", Incident::typeLabel),
            incident("severity", StringType, "Minor, moderate, major or total loss", Incident::severityLabel),
            incident("incident_at", TimestampType, "Time of the incident", Incident::instant),
            report("reported_at", TimestampType, "Time of the report", Report::instant),
            report("witnesses", ByteType, "Number of witnesses", Report::witnesses),
            report("police_report", BooleanType, "Did the police report it, null if unknown", Report::policeReport)
                    .orNull(),
            driving("telematics_score", DoubleType, "Driving score 0 to 100, null without a box", Driving::score)
                    .orNull(),
            driving("harsh_braking", FloatType, "Brakings per 100 km, null without a box", Driving::braking)
                    .orNull(),
            settlement("claim_amount", MONEY, "Amount claimed", Settlement::amount),
            policy("excess", EXCESS, "Part of each claim that the customer bears", Policy::excessAmount),
            settlement("paid_amount", MONEY, "Amount paid, null if the claim was refused", Settlement::paid)
                    .orNull(),
            settlement("is_fraud", BooleanType, "Was the claim found to be fraudulent", Settlement::fraud));

    private ClaimColumn orNull() {
        StructField nullable = new StructField(field.name(), field.dataType(), true, field.metadata());
        return new ClaimColumn(nullable, value);
    }

    private static ClaimColumn claim(String name, DataType type, String comment, Value<Claim> value) {
        return new ClaimColumn(DataTypes.createStructField(name, type, false).withComment(comment), value);
    }

    private static ClaimColumn customer(String name, DataType type, String comment, Value<Customer> value) {
        return claim(name, type, comment, claim -> value.of(claim.contract().customer()));
    }

    private static ClaimColumn person(String name, DataType type, String comment, Value<Person> value) {
        return customer(name, type, comment, customer -> value.of(customer.person()));
    }

    private static ClaimColumn home(String name, DataType type, String comment, Value<Home> value) {
        return customer(name, type, comment, customer -> value.of(customer.home()));
    }

    private static ClaimColumn finances(String name, DataType type, String comment, Value<Finances> value) {
        return customer(name, type, comment, customer -> value.of(customer.finances()));
    }

    private static ClaimColumn vehicle(String name, DataType type, String comment, Value<Vehicle> value) {
        return claim(name, type, comment, claim -> value.of(claim.contract().vehicle()));
    }

    private static ClaimColumn driving(String name, DataType type, String comment, Value<Driving> value) {
        return claim(name, type, comment, claim -> value.of(claim.contract().driving()));
    }

    private static ClaimColumn policy(String name, DataType type, String comment, Value<Policy> value) {
        return claim(name, type, comment, claim -> value.of(claim.contract().policy()));
    }

    private static ClaimColumn incident(String name, DataType type, String comment, Value<Incident> value) {
        return claim(name, type, comment, claim -> value.of(claim.incident()));
    }

    private static ClaimColumn report(String name, DataType type, String comment, Value<Report> value) {
        return claim(name, type, comment, claim -> value.of(claim.incident().report()));
    }

    private static ClaimColumn settlement(String name, DataType type, String comment, Value<Settlement> value) {
        return claim(name, type, comment, claim -> value.of(claim.settlement()));
    }
}
