package io.understudy.codec.form;

/**
 * Numbers between the same words.
 *
 * @param head what stands before the number and its sign, such as a currency
 * @param tail what stands after it, such as a unit or a percent sign
 * @param mark the decimal mark
 */
record NumberFamily(String head, String tail, Mark mark) implements Family {

    /** Which sign parts whole digits from the others. */
    enum Mark {
        /** Nothing was seen that tells. */
        OPEN,
        POINT,
        COMMA
    }

    @Override
    public long parse(String text) {
        return NumberText.of(text)
                .filter(number -> number.head().equals(head) && number.tail().equals(tail))
                .map(number -> number.key(mark))
                .orElse(Form.NONE);
    }

    NumberFamily with(Mark other) {
        return new NumberFamily(head, tail, other);
    }
}
