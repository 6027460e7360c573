package de.amtsfluss.workers.touren;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.workers.touren.Rueckmeldung.Gelesen;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RueckmeldungTests {

    private static final Set<Integer> STOPS = Set.of(1, 2, 4, 10);

    @Test
    void allWereEmptiedWhateverElseWasFilledIn() {
        assertThat(read(true, "99", null, null, null)).isEqualTo(new Gelesen.Klar(Map.of()));
    }

    @Test
    void eachStopIsReadWithItsReason() {
        assertThat(read(false, " 1 ,4", "10", "", "2"))
                .isEqualTo(new Gelesen.Klar(Map.of(1, "zugeparkt", 4, "zugeparkt", 10, "beschaedigt", 2, "sonstige")));
        assertThat(read(false, null, null, "2", null)).isEqualTo(new Gelesen.Klar(Map.of(2, "falschbefuellung")));
    }

    @ParameterizedTest
    @CsvSource({
        "3, Auf dieser Tour gibt es keinen Halt „3“.",
        "99999999999, Auf dieser Tour gibt es keinen Halt „99999999999“.",
        "-1, Auf dieser Tour gibt es keinen Halt „-1“.",
        "'1,', Auf dieser Tour gibt es keinen Halt „“.",
        "eins, Auf dieser Tour gibt es keinen Halt „eins“.",
        "'2,2', Halt 2 ist mehrmals genannt."
    })
    void numbersThatCannotBeRightAreRefusedWithTheReason(String numbers, String sentence) {
        assertThat(read(false, numbers, null, null, null)).isEqualTo(new Gelesen.Unklar(sentence));
    }

    @Test
    void aStopHasOneReasonAndThereIsOneStopAtLeast() {
        assertThat(read(false, "1", "1", null, null)).isEqualTo(new Gelesen.Unklar("Halt 1 ist mehrmals genannt."));
        assertThat(read(false, null, " ", null, null)).isInstanceOf(Gelesen.Unklar.class);
    }

    private static Gelesen read(
            boolean all, @Nullable String one, @Nullable String two, @Nullable String three, @Nullable String four) {
        return new Rueckmeldung(all, one, two, three, four).read(STOPS);
    }
}
