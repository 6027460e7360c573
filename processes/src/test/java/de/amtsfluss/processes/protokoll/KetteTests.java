package de.amtsfluss.processes.protokoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokolleintrag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KetteTests {

    private static final UUID KETTE = UUID.fromString("00000000-0000-4000-8000-0000000000ff");
    private static final String ANY = "0".repeat(64);

    /** The hashes were computed by another program, from the Javadoc alone. */
    @Test
    void theHashIsThatOfTheDocumentedBytes() {
        assertThat(Kette.genesis(KETTE)).isEqualTo("20d31afee395711e8198b28622920af1f4577c2e7ccd1032183049420e21de7f");
        assertThat(Kette.hash(Kette.genesis(KETTE), entry("straße", "", null)))
                .isEqualTo("a6fbc016adfd8c991c01fa97a57de8514205f3aa4d4ea5c23f1f4f6c5d3566f6");
    }

    @Test
    void whatIsAbsentAndWhatIsEmptyDiffer() {
        assertThat(hash("a", null, "b"))
                .isNotEqualTo(hash("a", "", "b"))
                .isNotEqualTo(hash("a", "b", null))
                .isNotEqualTo(hash("ab", null, ""))
                .isEqualTo(hash("a", null, "b"));
    }

    @Test
    void refusesWhatCannotBeHashedOrKept() {
        assertThatThrownBy(() -> hash("\ud800", null, null)).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> hash("a\0b", null, null)).hasMessage("Expected metadatum without NUL, but it has one");
        assertThatThrownBy(() -> hash("a".repeat(201), null, null))
                .hasMessage("Expected metadatum of at most 200 characters, but it has 201");
        assertThatThrownBy(() -> Handelnder.system(" ")).hasMessageContaining("blank");
    }

    private static String hash(String metadatum, @Nullable String before, @Nullable String after) {
        return Kette.hash(ANY, entry(metadatum, before, after));
    }

    private static Protokolleintrag entry(String metadatum, @Nullable String before, @Nullable String after) {
        return new Protokolleintrag(
                KETTE,
                1,
                LocalDate.of(2026, 11, 26),
                Instant.parse("2026-11-25T23:07:10.123400Z"),
                new Handelnder(Handelnder.Art.PERSON, "mia.mustermann", null),
                new Handlung(Objektart.VORGANG, KETTE, Aktion.GEAENDERT).with(metadatum, before, after),
                ANY);
    }
}
