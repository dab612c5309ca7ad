package io.understudy.jobs.quickstart;

import java.util.List;
import java.util.Locale;

/** An invented city. It determines the region, the first two digits of the postcode and the block of area codes. */
enum Place {
    ALDERMOUTH(0, "Aldermouth", Region.NORTH_COAST, 6),
    BRINSEA(1, "Brinsea", Region.NORTH_COAST, 4),
    FARROW_BAY(2, "Farrow Bay", Region.NORTH_COAST, 2),
    GULLMERE(3, "Gullmere", Region.NORTH_COAST, 1),
    CRAGHOLM(4, "Cragholm", Region.HIGHLANDS, 3),
    DUNVARRA(5, "Dunvarra", Region.HIGHLANDS, 2),
    STRATHMOOR(6, "Strathmoor", Region.HIGHLANDS, 1),
    KILN_RIDGE(7, "Kiln Ridge", Region.HIGHLANDS, 1),
    ESKWATER(8, "Eskwater", Region.LAKELAND, 5),
    LONGMERE(9, "Longmere", Region.LAKELAND, 3),
    SILVERTARN(10, "Silvertarn", Region.LAKELAND, 2),
    WILLOWFORD(11, "Willowford", Region.LAKELAND, 2),
    CASTERLEY(12, "Casterley", Region.MIDVALE, 9),
    HARNWICK(13, "Harnwick", Region.MIDVALE, 6),
    OAKENSTEAD(14, "Oakenstead", Region.MIDVALE, 4),
    PELLOWDALE(15, "Pellowdale", Region.MIDVALE, 2),
    ROYAL_ARDEN(16, "Royal Arden", Region.CAPITAL, 14),
    ARDENGATE(17, "Ardengate", Region.CAPITAL, 7),
    KINGSMERE(18, "Kingsmere", Region.CAPITAL, 4),
    TEMPLE_HITHE(19, "Temple Hithe", Region.CAPITAL, 3),
    BROADMEAD(20, "Broadmead", Region.SOUTH_PLAIN, 6),
    FENNERTON(21, "Fennerton", Region.SOUTH_PLAIN, 4),
    MARLOWE_CROSS(22, "Marlowe Cross", Region.SOUTH_PLAIN, 2),
    SANDERHAM(23, "Sanderham", Region.SOUTH_PLAIN, 2);

    static final List<Place> ALL = List.of(values());
    private static final int POSTCODE_STEP = 4;
    private static final int FIRST_AREA_CODE = 200;
    private static final int AREA_CODES = 33;

    private final int number;
    private final String city;
    private final Region region;
    private final int size;

    Place(int number, String city, Region region, int size) {
        this.number = number;
        this.city = city;
        this.region = region;
        this.size = size;
    }

    String city() {
        return city;
    }

    Region region() {
        return region;
    }

    /** Weight of the city among the customers. */
    int size() {
        return size;
    }

    /** Five digits, leading zeros kept; the first two tell the city. */
    String postcode(Draws draws) {
        return String.format(Locale.ROOT, "%02d%03d", 1 + POSTCODE_STEP * number, draws.below(1000));
    }

    /** A number of the range 555-0100 to 555-0199, which no subscriber has, behind one of the city's 33 area codes. */
    String phone(Draws draws) {
        int areaCode = FIRST_AREA_CODE + AREA_CODES * number + draws.below(AREA_CODES);
        return String.format(Locale.ROOT, "+1-%03d-555-01%02d", areaCode, draws.below(100));
    }
}
