package io.understudy.jobs.quickstart;

import io.understudy.jobs.quickstart.Draws.Stream;
import java.time.LocalDate;

/** A customer's one contract, with its vehicle: a pure function of (seed, customer number). */
record Contract(Customer customer, Vehicle vehicle, Driving driving, Policy policy) {
    static Contract of(long seed, long customerNumber) {
        Customer customer = Customer.of(seed, customerNumber);
        Draws policyDraws = new Draws(seed, Stream.POLICY, customerNumber);
        LocalDate start = Policy.start(customer.person(), policyDraws);
        Vehicle vehicle =
                Vehicle.draw(customer.finances(), start.getYear(), new Draws(seed, Stream.VEHICLE, customerNumber));
        Driving driving = Driving.draw(customer, vehicle, new Draws(seed, Stream.DRIVING, customerNumber));
        return new Contract(customer, vehicle, driving, Policy.draw(customer.person(), vehicle, start, policyDraws));
    }
}
