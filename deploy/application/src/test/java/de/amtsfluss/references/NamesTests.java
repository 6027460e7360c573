package de.amtsfluss.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.b + c                                       | a c",
                "if a then b else \"c\"                        | a b",
                "{ ort: ort, zweimal: ort + ort }              | ort",
                "{ a: 1, b: a }                                | ''",
                "for x in liste return x + y                   | liste y",
                "some x in liste satisfies x = y               | liste y",
                "every x in liste satisfies x = y              | liste y",
                "liste[item.a > grenze]                        | liste grenze",
                "function(x) x + y                             | y",
                "date and time(erinnerungAm)                   | erinnerungAm",
                "substring(string: a, start position: b)       | a b",
                "a in [b..c]                                   | a b c",
                "not(a) and (b instance of string)             | a b"
            })
    void areThoseReadFromOutside(String expression, String names) throws Names.InvalidFeelException {
        assertThat(String.join(" ", Names.in(expression))).isEqualTo(names);
    }

    @Test
    void ofNoFeelAreRefused() {
        assertThatExceptionOfType(Names.InvalidFeelException.class).isThrownBy(() -> Names.in("a +"));
    }
}
