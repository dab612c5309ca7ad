package io.understudy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.random.RowNumbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Domain DOMAIN = new Domain(IntStream.of(2, 300, 70_000)
            .mapToObj(size -> new Variable("v" + size, size, false, false))
            .toList());

    @Test
    void whatWasGivenServesAgainAfterClearingAndNotBefore() {
        Room room = Room.again();
        int[] first = room.ints(3);
        assertThat(room.ints(3)).isNotSameAs(first);
        room.clear();

        assertThat(room.ints(3)).isSameAs(first);
    }

    @Test
    void arraysHaveTheLengthThatIsAskedFor() {
        Room room = Room.again();
        for (int length : List.of(5, 3, 8)) {
            room.clear();

            assertThat(room.ints(length)).hasSize(length);
            assertThat(room.longs(length)).hasSize(length);
            assertThat(room.chars(length)).hasSize(length);
            assertThat(room.bytes(length)).hasSize(length);
            assertThat(room.flags(length)).hasSize(length);
        }
    }

    @Test
    void newRoomIsNeverGivenTwice() {
        int[] first = Room.NEW.ints(3);
        Room.NEW.clear();

        assertThat(Room.NEW.ints(3)).isNotSameAs(first);
    }

    @Test
    void aBlockTakesItsColumnsFromItsRoom() {
        Room room = Room.again();
        Block first = Block.of(DOMAIN, RowNumbers.run(0, 4), room);
        IntStream.range(0, 3).forEach(v -> first.write(v, new int[] {1, 0, 1, 1}));
        room.clear();
        Block second = Block.of(DOMAIN, RowNumbers.run(4, 4), room);

        assertThat(second.room()).isSameAs(room);
        assertThat(second.toArrays()).isDeepEqualTo(first.toArrays());
        second.write(1, new int[] {0, 0, 0, 299});
        assertThat(first.read(1, new int[4])).containsExactly(0, 0, 0, 299);
    }
}
