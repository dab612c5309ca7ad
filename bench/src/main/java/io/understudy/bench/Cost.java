package io.understudy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What some work took, in seconds.
 *
 * @param wall by the clock: what a person waits, and what other programs on the machine can spoil
 * @param cpu  of all threads of this process, those of the compiler and the garbage collector included
 */
record Cost(double wall, double cpu) {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS = 1e9;

    static Cost of(Runnable work) {
        long wall = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        work.run();
        return new Cost((System.nanoTime() - wall) / NANOS, (PROCESS.getProcessCpuTime() - cpu) / NANOS);
    }
}
