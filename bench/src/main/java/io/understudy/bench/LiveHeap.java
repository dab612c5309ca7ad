package io.understudy.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What is alive on this process's heap: of the driver alone where executors are processes of their own, of everything
 * in local mode.
 */
final class LiveHeap {
    private static final int MILLIS = 500;
    private static final int MIB = 20;

    private long peak;

    private LiveHeap() {}

    /**
     * The most that was alive while some work ran, in MiB: looked at twice a second, each time after a collection, so do
     * not time that work.
     */
    static long peakOf(Runnable work) {
        LiveHeap heap = new LiveHeap();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleWithFixedDelay(heap::look, 0, MILLIS, TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            clock.shutdownNow();
        }
        heap.look();
        return heap.peak >> MIB;
    }

    private synchronized void look() {
        System.gc();
        peak = Math.max(
                peak, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
}
