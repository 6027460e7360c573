package de.amtsfluss.workers.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Protokolleinsicht;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Versendung.Zustand;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way a document takes, and that it takes it once. */
@NotificationsTest
class DeliverDocumentTests {

    private final Amt amt;
    private final Postfach postfach;
    private final Entscheidungen entscheidungen;
    private final Protokolleinsicht protokoll;

    DeliverDocumentTests(Amt amt, Postfach postfach, Entscheidungen entscheidungen, Protokolleinsicht protokoll) {
        this.amt = amt;
        this.postfach = postfach;
        this.entscheidungen = entscheidungen;
        this.protokoll = protokoll;
    }

    @ParameterizedTest(name = "{0}, wish {1}, account {2}, e-mail {3}")
    @CsvSource({
        "BESCHEID, POSTFACH, true, true, POSTFACH EMAIL",
        "BESCHEID, POSTFACH, true, false, POSTFACH",
        "BESCHEID, POSTFACH, false, true, BRIEF EMAIL",
        "BESCHEID, EMAIL, true, true, BRIEF EMAIL",
        "BESCHEID, BRIEF, true, true, BRIEF",
        "NACHFORDERUNG, EMAIL, true, true, EMAIL",
        "NACHFORDERUNG, EMAIL, true, false, BRIEF",
        "NACHFORDERUNG, POSTFACH, false, true, EMAIL",
    })
    void theTableChoosesTheWayAndItsReasonIsKept(
            String art, Versandweg wish, boolean account, boolean email, String ways) {
        var full = Amt.person(wish);
        var vorgang =
                amt.vorgang(Amt.person(full.name(), wish, email ? full.email() : null, account ? full.konto() : null));

        amt.deliver(vorgang, amt.dokument(vorgang), Map.of("art", art)).run();

        assertThat(amt.versendungen(vorgang))
                .extracting(sent -> sent.weg().name())
                .containsExactly(ways.split(" "));
        assertThat(entscheidungen.about(vorgang.id(), Amt.CLERK))
                .singleElement()
                .satisfies(kept -> assertThat(kept.begruendung()).startsWith("Die Nachricht wird"));
    }

    @Test
    void theInboxHasItAtOnceAndTheProcessIsToldInTheSameTransaction() {
        var person = Amt.person(Versandweg.POSTFACH);
        var vorgang = amt.vorgang(person);
        var dokument = amt.dokument(vorgang);
        var auftrag = amt.deliver(vorgang, dokument, Map.of());

        var id = auftrag.run();

        assertThat(auftrag.run()).as("a repeated job").isEqualTo(id);
        assertThat(amt.versendungen(vorgang))
                .extracting(Versendung::id, Versendung::weg, Versendung::zustand, Versendung::hauptsache)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(tuple(id, Versandweg.POSTFACH, Zustand.UEBERGEBEN, true)),
                        hint -> assertThat(hint.toList()).endsWith(Versandweg.EMAIL, Zustand.VORGEMERKT, false));
        assertThat(amt.messages(id)).singleElement().asString().endsWith(" POSTFACH");
        assertThat(postfach.of(Objects.requireNonNull(person.konto())))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.dokument()).isEqualTo(dokument);
                    assertThat(message.betreff()).contains(vorgang.aktenzeichen());
                });
        assertThat(protokoll.of(vorgang.id(), Amt.CLERK))
                .extracting(entry -> "%s %s %s"
                        .formatted(
                                entry.was().objektart(),
                                entry.was().aktion(),
                                entry.was().neuerWert()))
                .contains(
                        "VERSENDUNG ANGELEGT POSTFACH",
                        "POSTFACHNACHRICHT ANGELEGT null",
                        "VERSENDUNG GEAENDERT UEBERGEBEN",
                        "VERSENDUNG ANGELEGT EMAIL");
    }

    @Test
    void aLetterIsNotSentBeforeTheMailRoomSaysSo() {
        var vorgang = amt.vorgang(Amt.person(Versandweg.BRIEF));

        var sent = amt.deliver(vorgang);

        assertThat(sent.zustand()).isEqualTo(Zustand.VORGEMERKT);
        assertThat(sent.versandtAm()).isNull();
        assertThat(amt.messages(sent.id())).isEmpty();
        assertThat(postfach.of(vorgang.id())).isEmpty();
    }

    @Test
    void whatCannotBeSentIsAnIncidentAndLeavesNothing() {
        var person = Amt.person(Versandweg.BRIEF);
        var nowhere = amt.vorgang(Amt.withoutAnschrift(person));
        var nobody = amt.vorgang();
        var vorgang = amt.vorgang(person);
        var foreign = amt.dokument(nobody);

        assertThatThrownBy(() -> amt.deliver(nowhere)).hasMessageContaining("Anschrift");
        assertThatThrownBy(() -> amt.deliver(nobody)).hasMessageContaining("but nobody is");
        assertThatThrownBy(() -> amt.deliver(vorgang, foreign, Map.of()).run())
                .hasMessageContaining("no such filed document");
        assertThatThrownBy(() ->
                        amt.deliver(vorgang, DokumentId.random(), Map.of()).run())
                .hasMessageContaining("no such filed document");
        assertThatThrownBy(() -> amt.deliver(vorgang, amt.dokument(vorgang), Map.of("recipient", "unbekannt"))
                        .run())
                .hasMessageContaining("is neither");
        assertThat(amt.versendungen(nowhere)).isEmpty();
        assertThat(amt.versendungen(vorgang)).isEmpty();
    }
}
