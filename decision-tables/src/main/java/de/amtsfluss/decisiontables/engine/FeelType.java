package de.amtsfluss.decisiontables.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types a column of a table may have. */
enum FeelType {
    STRING("string") {
        @Override
        @Nullable
        Object convert(Object value) {
            return value instanceof String ? value : null;
        }
    },
    NUMBER("number") {
        @Override
        @Nullable
        Object convert(Object value) {
            return switch (value) {
                case BigDecimal number -> plain(number);
                case scala.math.BigDecimal number -> plain(number.bigDecimal());
                case BigInteger number -> new BigDecimal(number);
                case Integer number -> BigDecimal.valueOf(number);
                case Long number -> BigDecimal.valueOf(number);
                case Short number -> BigDecimal.valueOf(number);
                case Byte number -> BigDecimal.valueOf(number);
                // By way of its text: 94.9f is 94.9 and not the double next to it.
                case Float number -> Float.isFinite(number) ? plain(new BigDecimal(number.toString())) : null;
                case Double number -> Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : null;
                default -> null;
            };
        }
    },
    BOOLEAN("boolean") {
        @Override
        @Nullable
        Object convert(Object value) {
            return value instanceof Boolean ? value : null;
        }
    },
    DATE("date") {
        @Override
        @Nullable
        Object convert(Object value) {
            return value instanceof LocalDate ? value : null;
        }
    };

    private final String typeRef;

    FeelType(String typeRef) {
        this.typeRef = typeRef;
    }

    static Optional<FeelType> of(@Nullable String typeRef) {
        return Arrays.stream(values())
                .filter(type -> type.typeRef.equals(typeRef))
                .findFirst();
    }

    /** Returns the value as the one Java type that stands for this FEEL type, or null when it is none. */
    abstract @Nullable Object convert(Object value);

    @Override
    public String toString() {
        return typeRef;
    }

    /** One notation for one number, so that equal numbers are equal objects: 1, not 1.0 or 1E+0. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
