package io.understudy.model.copula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualMassTest {
    @Test
    void runsShareTheMassEvenly() {
        assertThat(EqualMass.runs(new long[] {1, 1, 1, 1, 1, 1}, 3)).containsExactly(0, 0, 1, 1, 2, 2);
    }

    @Test
    void aPointMassDoesNotStarveTheRest() {
        assertThat(EqualMass.runs(new long[] {94, 1, 1, 1, 1, 1, 1}, 4)).containsExactly(0, 1, 1, 2, 2, 3, 3);
    }

    @Test
    void positionsWithoutMassJoinANeighbour() {
        assertThat(EqualMass.runs(new long[] {0, 5, 0, 5, 0}, 4)).containsExactly(0, 0, 0, 1, 1);
        assertThat(EqualMass.runs(new long[] {0, 0}, 4)).containsExactly(0, 0);
    }

    @Test
    void fewPositionsKeepARunEach() {
        assertThat(EqualMass.runs(new long[] {1, 900, 3}, 16)).containsExactly(0, 1, 2);
        assertThat(EqualMass.runs(new long[] {}, 16)).isEmpty();
    }
}
