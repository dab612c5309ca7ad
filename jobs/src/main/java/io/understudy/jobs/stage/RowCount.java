package io.understudy.jobs.stage;

import io.understudy.raw.RawBlock;
import io.understudy.stat.Fold;

/** How many rows there are. */
record RowCount() implements Fold<RawBlock, Long, Long> {
    @Override
    public Long zero() {
        return 0L;
    }

    @Override
    public Long add(Long state, RawBlock block) {
        return state + block.rows();
    }

    @Override
    public Long merge(Long left, Long right) {
        return left + right;
    }

    @Override
    public Long finish(Long state) {
        return state;
    }
}
