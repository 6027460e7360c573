package de.amtsfluss.processes.suche;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.suche.Suchworte.Alternative;
import de.amtsfluss.processes.suche.Suchworte.Begriff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuchworteTests {

    @Test
    void readsWordsPhrasesAlternativesAndExclusions() {
        var read = Suchworte.read("Hund \"am Tor\" -Katze OR -\"im Haus\" Maus");

        assertThat(read.alternativen())
                .containsExactly(
                        new Alternative(List.of(
                                new Begriff("Hund", false, false),
                                new Begriff("am Tor", true, false),
                                new Begriff("Katze", false, true))),
                        new Alternative(
                                List.of(new Begriff("im Haus", true, true), new Begriff("Maus", false, false))));
        assertThat(read.gesuchte()).extracting(Begriff::text).containsExactly("Hund", "am Tor", "Maus");
    }

    @Test
    void whatIsQuotedOrExcludedIsNoOperator() {
        assertThat(Suchworte.read("\"or\" -or oregano").alternativen())
                .singleElement()
                .satisfies(alternative -> {
                    assertThat(alternative.begriffe()).extracting(Begriff::text).containsExactly("or", "or", "oregano");
                    assertThat(alternative.worte()).isEqualTo("oregano");
                });
    }

    @Test
    void aQuotationMarkThatIsNotClosedReachesToTheEnd() {
        assertThat(Suchworte.read("Hund \"am Tor").gesuchte()).contains(new Begriff("am Tor", true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "or", "or OR or"})
    void nothingButOperatorsIsNothing(String text) {
        assertThat(Suchworte.read(text).alternativen()).isEmpty();
    }
}
