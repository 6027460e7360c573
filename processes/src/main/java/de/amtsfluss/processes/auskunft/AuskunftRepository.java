package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Auskuenfte.Format;
import de.amtsfluss.processes.Auskunft;
import de.amtsfluss.processes.Auskunft.Identitaet;
import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunft.Verlaengerung;
import de.amtsfluss.processes.Auskunft.Zustand;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the requests; each has a key of its own, as a Vorgang has. */
@Repository
class AuskunftRepository {

    private static final String PERSON = "person";
    private static final String GRUND = "grund";
    private static final String VERLAENGERUNG = "verlaengerung";
    private static final Person ERASED = new Person("", "Gelöscht", null, null, null, null, null);

    private final JdbcClient jdbc;
    private final Verschluesselung verschluesselung;
    private final JsonMapper json;

    AuskunftRepository(JdbcClient jdbc, Verschluesselung verschluesselung, JsonMapper json) {
        this.jdbc = jdbc;
        this.verschluesselung = verschluesselung;
        this.json = json;
    }

    void insert(UUID id, LocalDate eingegangenAm, Kanal kanal, Person person, LocalDate frist, Instant now) {
        jdbc.sql("""
                insert into processes.auskunft (id, eingegangen_am, kanal, person, frist_am, zustand, angelegt_am)
                values (:id, :eingegangen, :kanal, :person, :frist, 'OFFEN', :now)""")
                .param("id", id)
                .param("eingegangen", eingegangenAm)
                .param("kanal", kanal.name())
                .param("person", verschluesselung.seal(key(id), PERSON, json.writeValueAsBytes(person)))
                .param("frist", frist)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Auskunft> list() {
        return jdbc.sql("""
                select * from processes.auskunft
                order by abgeschlossen_am desc nulls first, frist_am, angelegt_am, id limit 500""").query(this::read).list();
    }

    Optional<Auskunft> find(UUID id) {
        return jdbc.sql("select * from processes.auskunft where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Until the end of the transaction nobody else changes it. */
    Optional<Auskunft> lock(UUID id) {
        return jdbc.sql("select * from processes.auskunft where id = :id for update")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    void identify(UUID id, Identitaet identitaet) {
        jdbc.sql("""
                update processes.auskunft set zustand = 'GEPRUEFT', nachweis = :nachweis, geprueft_von = :von,
                    geprueft_am = :am where id = :id""")
                .param("nachweis", identitaet.nachweis().name())
                .param("von", identitaet.geprueftVon())
                .param("am", Timestamp.from(identitaet.geprueftAm()))
                .param("id", id)
                .update();
    }

    void extend(UUID id, Verlaengerung verlaengerung, LocalDate frist) {
        jdbc.sql("""
                update processes.auskunft set frist_am = :frist, verlaengerung_grund = :grund,
                    verlaengerung_mitgeteilt = :mitgeteilt where id = :id""")
                .param("frist", frist)
                .param("grund", seal(id, VERLAENGERUNG, verlaengerung.grund()))
                .param("mitgeteilt", verlaengerung.mitgeteiltAm())
                .param("id", id)
                .update();
    }

    void searched(UUID id, Instant now) {
        jdbc.sql("update processes.auskunft set gesucht_am = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void reject(UUID id, String grund, Instant now) {
        jdbc.sql("""
                update processes.auskunft set zustand = 'ABGELEHNT', grund = :grund, abgeschlossen_am = :now
                where id = :id""")
                .param("grund", seal(id, GRUND, grund))
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void release(UUID id, byte[] asJson, byte[] asPdf, Instant now) {
        jdbc.sql("""
                update processes.auskunft set zustand = 'ERTEILT', json = :json, pdf = :pdf, abgeschlossen_am = :now
                where id = :id""")
                .param("json", verschluesselung.seal(key(id), Format.JSON.name(), asJson))
                .param("pdf", verschluesselung.seal(key(id), Format.PDF.name(), asPdf))
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    Optional<byte[]> answer(UUID id, Format format) {
        var column = format == Format.JSON ? "json" : "pdf";
        return jdbc.sql("select %s from processes.auskunft where id = :id and %s is not null".formatted(column, column))
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .flatMap(kept -> verschluesselung.open(key(id), format.name(), kept));
    }

    /** Says what was looked at without holding anything of it. */
    byte[] mark(UUID id, byte[] content) {
        return verschluesselung.derive(key(id), "stand:" + new String(content, StandardCharsets.UTF_8));
    }

    private static VorgangId key(UUID id) {
        return new VorgangId(id);
    }

    private byte[] seal(UUID id, String purpose, String text) {
        return verschluesselung.seal(key(id), purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String open(UUID id, String purpose, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : verschluesselung
                        .open(key(id), purpose, sealed)
                        .map(plain -> new String(plain, StandardCharsets.UTF_8))
                        .orElse("Gelöscht");
    }

    private Auskunft read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Auskunft(
                id,
                row.getObject("eingegangen_am", LocalDate.class),
                Kanal.valueOf(row.getString("kanal")),
                person(id, row.getBytes("person")),
                identitaet(row),
                row.getObject("frist_am", LocalDate.class),
                verlaengerung(id, row),
                Zustand.valueOf(row.getString("zustand")),
                open(id, GRUND, row.getBytes("grund")),
                instant(row, "gesucht_am"),
                List.of(),
                row.getTimestamp("angelegt_am").toInstant(),
                instant(row, "abgeschlossen_am"));
    }

    private Person person(UUID id, byte[] sealed) {
        return verschluesselung
                .open(key(id), PERSON, sealed)
                .map(plain -> json.readValue(plain, Person.class))
                .orElse(ERASED);
    }

    private static @Nullable Identitaet identitaet(ResultSet row) throws SQLException {
        var nachweis = row.getString("nachweis");
        return nachweis == null
                ? null
                : new Identitaet(
                        Nachweis.valueOf(nachweis),
                        row.getString("geprueft_von"),
                        row.getTimestamp("geprueft_am").toInstant());
    }

    private @Nullable Verlaengerung verlaengerung(UUID id, ResultSet row) throws SQLException {
        var grund = open(id, VERLAENGERUNG, row.getBytes("verlaengerung_grund"));
        return grund == null
                ? null
                : new Verlaengerung(grund, row.getObject("verlaengerung_mitgeteilt", LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var found = row.getTimestamp(column);
        return found == null ? null : found.toInstant();
    }
}
