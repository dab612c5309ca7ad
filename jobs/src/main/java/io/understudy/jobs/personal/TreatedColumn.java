package io.understudy.jobs.personal;

import io.understudy.codec.Codec;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.io.Serializable;

/** A column and what is done with its values. */
public record TreatedColumn(String name, ColumnType type, Kind kind, Codec codec, Applied applied)
        implements Serializable {}
