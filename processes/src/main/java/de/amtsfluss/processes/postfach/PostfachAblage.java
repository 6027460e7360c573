package de.amtsfluss.processes.postfach;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Postfachnachricht;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the messages of the inbox. */
@Service
class PostfachAblage implements Postfach {

    private static final String PURPOSE = "postfach";

    private final JdbcClient jdbc;
    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final Verschluesselung verschluesselung;
    private final JsonMapper json;
    private final Protokoll protokoll;
    private final Clock clock;

    PostfachAblage(
            JdbcClient jdbc,
            Vorgaenge vorgaenge,
            Dokumente dokumente,
            Verschluesselung verschluesselung,
            JsonMapper json,
            Protokoll protokoll,
            Clock clock) {
        this.jdbc = jdbc;
        this.verschluesselung = verschluesselung;
        this.json = json;
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Postfachnachricht put(New message) {
        var inserted = jdbc.sql("""
                insert into processes.postfach (id, vorgang_id, konto, inhalt, dokument_id, eingestellt_am)
                values (:id, :vorgang, :konto, :inhalt, :dokument, :now) on conflict do nothing""")
                .param("id", message.id())
                .param("vorgang", message.vorgang().value())
                .param("konto", message.konto())
                .param("inhalt", seal(message))
                .param(
                        "dokument",
                        message.dokument() == null ? null : message.dokument().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (inserted > 0) {
            protokoll.write(message.vorgang(), handlung(message.id(), Aktion.ANGELEGT));
        }
        return get(message.id()).orElseThrow();
    }

    @Override
    public List<Postfachnachricht> of(String konto) {
        return jdbc.sql("select * from processes.postfach where konto = :konto"
                        + " order by eingestellt_am desc, id limit 500")
                .param("konto", konto)
                .query(this::read)
                .list();
    }

    @Override
    public List<Postfachnachricht> of(VorgangId vorgang) {
        return jdbc.sql("select * from processes.postfach where vorgang_id = :vorgang"
                        + " order by eingestellt_am desc, id limit 500")
                .param("vorgang", vorgang.value())
                .query(this::read)
                .list();
    }

    @Override
    public List<Postfachnachricht> of(VorgangId vorgang, Akteur akteur) {
        return vorgaenge.find(vorgang, akteur).map(seen -> of(seen.id())).orElse(List.of());
    }

    @Override
    @Transactional
    public Optional<Retrieved> retrieve(UUID id, String konto) {
        return get(id).filter(message -> konto.equals(message.konto())).map(this::retrieved);
    }

    @Override
    @Transactional
    public Optional<Retrieved> retrieve(UUID id, VorgangId vorgang) {
        return get(id).filter(message -> vorgang.equals(message.vorgang())).map(this::retrieved);
    }

    private Retrieved retrieved(Postfachnachricht message) {
        var first = jdbc.sql(
                        "update processes.postfach set abgerufen_am = :now where id = :id and abgerufen_am is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", message.id())
                .update();
        if (first > 0) {
            // The account is personal, so the Protokoll says only where it was read.
            protokoll.write(Handelnder.system("portal"), message.vorgang(), handlung(message.id(), Aktion.GELESEN));
        }
        var content = Optional.ofNullable(message.dokument()).flatMap(dokumente::find);
        return new Retrieved(get(message.id()).orElseThrow(), content.orElse(null));
    }

    private static Handlung handlung(UUID id, Aktion aktion) {
        return new Handlung(Objektart.POSTFACHNACHRICHT, id, aktion);
    }

    private Optional<Postfachnachricht> get(UUID id) {
        return jdbc.sql("select * from processes.postfach where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    private Postfachnachricht read(ResultSet row, int number) throws SQLException {
        var dokument = row.getObject("dokument_id", UUID.class);
        var retrieved = row.getTimestamp("abgerufen_am");
        var vorgang = new VorgangId(row.getObject("vorgang_id", UUID.class));
        var inhalt = verschluesselung
                .open(vorgang, PURPOSE, row.getBytes("inhalt"))
                .map(plain -> json.readValue(plain, Inhalt.class))
                .orElse(Inhalt.ERASED);
        return new Postfachnachricht(
                row.getObject("id", UUID.class),
                vorgang,
                row.getString("konto"),
                inhalt.betreff(),
                inhalt.text(),
                dokument == null ? null : new DokumentId(dokument),
                row.getTimestamp("eingestellt_am").toInstant(),
                retrieved == null ? null : retrieved.toInstant());
    }

    private byte[] seal(New message) {
        var inhalt = new Inhalt(message.betreff(), message.text());
        return verschluesselung.seal(message.vorgang(), PURPOSE, json.writeValueAsBytes(inhalt));
    }

    /**
     * What is personal in a message.
     *
     * @param betreff what it is about
     * @param text what it says
     */
    record Inhalt(String betreff, String text) {

        private static final Inhalt ERASED = new Inhalt("Gelöscht", "");
    }
}
