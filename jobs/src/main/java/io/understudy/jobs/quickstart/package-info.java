/**
 * The built-in sample table: motor-insurance claims of invented customers, with dependencies planted on purpose.
 *
 * <p>Row r of the table is a pure function of (seed, r), so any partitioning gives the same rows and a shorter table is
 * a prefix of a longer one. Everything about a customer is a function of (seed, customer), so it repeats unchanged over
 * the customer's claims. The rooms are drawn in one direction, each from its own stream of random numbers:
 *
 * <pre>
 *   Person, Home -> Finances -> Vehicle -> Driving -> Policy          a Contract, per customer
 *   Contract -> Incident (type, time, severity) -> Report -> Settlement    a Claim, per row
 * </pre>
 *
 * <p>{@link io.understudy.jobs.quickstart.InsuranceClaims} is the only way in. {@code docs/quickstart-table.md} lists
 * the columns and the planted dependencies. No person, place, vehicle or company of the table exists: e-mail domains are
 * those of RFC 2606, and telephone numbers lie in the 555-0100 to 555-0199 range kept for fiction.
 */
@NullMarked
package io.understudy.jobs.quickstart;

import org.jspecify.annotations.NullMarked;
