package io.understudy.jobs.io;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records as JSON and back.
 *
 * <p>A value of a sealed interface carries the simple name of its record in {@code "is"}. Only records that the interface
 * permits can be named there, so reading a file never runs code that the file chose.
 */
public final class Json {
    private static final String TYPE = "is";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .annotationIntrospector(new SealedTypes())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    /** A value as JSON in UTF-8, on one line. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON for people to read. */
    public static byte[] pretty(Object value) {
        try {
            return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a record; empty if the bytes are not JSON of that record, as those of another version may not be. */
    public static <T> Optional<T> readIfWhole(byte[] json, Class<T> type) {
        try {
            return Optional.of(MAPPER.readValue(json, type));
        } catch (IOException otherwise) {
            return Optional.empty();
        }
    }

    private static final class SealedTypes extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public TypeResolverBuilder<?> findTypeResolver(
                MapperConfig<?> config, AnnotatedClass annotated, JavaType base) {
            if (!isSealedInterface(annotated.getRawType())) {
                return super.findTypeResolver(config, annotated, base);
            }
            return new StdTypeResolverBuilder(JsonTypeInfo.Value.construct(
                    JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, TYPE, null, false, true));
        }

        @Override
        public List<NamedType> findSubtypes(Annotated annotated) {
            return isSealedInterface(annotated.getRawType())
                    ? permitted(annotated.getRawType())
                            .map(type -> new NamedType(type, type.getSimpleName()))
                            .toList()
                    : super.findSubtypes(annotated);
        }

        /** Enums whose constants have bodies are sealed too, but are written by name. */
        private static boolean isSealedInterface(Class<?> type) {
            return type.isInterface() && type.isSealed();
        }

        private static Stream<Class<?>> permitted(Class<?> type) {
            return isSealedInterface(type)
                    ? Stream.of(type.getPermittedSubclasses()).flatMap(SealedTypes::permitted)
                    : Stream.of(type);
        }
    }
}
