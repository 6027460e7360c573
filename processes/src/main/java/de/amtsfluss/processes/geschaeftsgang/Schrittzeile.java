package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import de.amtsfluss.processes.Beteiligungsschritt.Bearbeitung;
import de.amtsfluss.processes.Beteiligungsschritt.Status;
import de.amtsfluss.processes.Beteiligungsschritt.Vermerk;
import de.amtsfluss.processes.Verfuegung;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung.Sealed;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is kept, its texts still encrypted.
 *
 * @param schritt the step without its texts
 * @param notiz its note
 * @param begruendung what the one who did it wrote
 */
record Schrittzeile(
        Beteiligungsschritt schritt,
        @Nullable Sealed notiz,
        @Nullable Sealed begruendung) {

    static Schrittzeile read(ResultSet row, int number) throws SQLException {
        var person = row.getString("person");
        var schritt = new Beteiligungsschritt(
                row.getObject("id", UUID.class),
                row.getInt("nummer"),
                row.getInt("stufe"),
                Status.valueOf(row.getString("status")),
                Verfuegung.valueOf(row.getString("verfuegung")),
                person == null ? new Adressat.Gruppe(row.getString("gruppe")) : new Adressat.Person(person),
                row.getObject("termin", LocalDate.class),
                null,
                row.getString("ersteller"),
                row.getTimestamp("erstellt_am").toInstant(),
                bearbeitung(row));
        return new Schrittzeile(schritt, sealed(row, "notiz"), sealed(row, "begruendung"));
    }

    private static @Nullable Bearbeitung bearbeitung(ResultSet row) throws SQLException {
        var bearbeiter = row.getString("bearbeiter");
        return bearbeiter == null
                ? null
                : new Bearbeitung(
                        bearbeiter,
                        row.getString("fuer"),
                        row.getTimestamp("bearbeitet_am").toInstant(),
                        Vermerk.valueOf(row.getString("vermerk")),
                        null);
    }

    private static @Nullable Sealed sealed(ResultSet row, String column) throws SQLException {
        var content = row.getBytes(column);
        return content == null ? null : new Sealed(new VorgangId(row.getObject("vorgang_id", UUID.class)), content);
    }

    /** What is to be decrypted. */
    Stream<Sealed> sealed() {
        return Stream.of(Optional.ofNullable(notiz), Optional.ofNullable(begruendung))
                .flatMap(Optional::stream);
    }

    /** The step with its texts, which come in the order of {@link #sealed}; those of an erased Vorgang are missing. */
    Beteiligungsschritt with(Iterator<Optional<byte[]>> texts) {
        var note = notiz == null ? null : text(texts.next());
        var reason = begruendung == null ? null : text(texts.next());
        var done = schritt.bearbeitung();
        return new Beteiligungsschritt(
                schritt.id(),
                schritt.nummer(),
                schritt.stufe(),
                schritt.status(),
                schritt.verfuegung(),
                schritt.adressat(),
                schritt.termin(),
                note,
                schritt.ersteller(),
                schritt.erstelltAm(),
                done == null
                        ? null
                        : new Bearbeitung(done.bearbeiter(), done.fuer(), done.am(), done.vermerk(), reason));
    }

    private static @Nullable String text(Optional<byte[]> opened) {
        return opened.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null);
    }
}
