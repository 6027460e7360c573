package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the documents of the Vorgaenge in PostgreSQL. */
@Service
class DokumentAblage implements Dokumente {

    private static final String COLUMNS = "id, vorgang_id, name, media_type, sha256, groesse, erstellt_am, abgelegt_am";

    private final JdbcClient jdbc;
    private final Vorgaenge vorgaenge;
    private final Verschluesselung verschluesselung;
    private final Protokoll protokoll;
    private final Clock clock;

    DokumentAblage(
            JdbcClient jdbc, Vorgaenge vorgaenge, Verschluesselung verschluesselung, Protokoll protokoll, Clock clock) {
        this.jdbc = jdbc;
        this.vorgaenge = vorgaenge;
        this.verschluesselung = verschluesselung;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Dokument draft(DokumentId id, VorgangId vorgang, String name, String mediaType, byte[] content) {
        var before = get(id).orElse(null);
        jdbc.sql("""
                insert into processes.dokument
                    (id, vorgang_id, name, media_type, sha256, groesse, content, erstellt_am)
                values (:id, :vorgang, :name, :mediaType, :sha256, :groesse, :content, :now)
                on conflict (id) do update
                set name = excluded.name, media_type = excluded.media_type, sha256 = excluded.sha256,
                    groesse = excluded.groesse, content = excluded.content, erstellt_am = excluded.erstellt_am
                where dokument.abgelegt_am is null""")
                .param("id", id.value())
                .param("vorgang", vorgang.value())
                .param("name", name)
                .param("mediaType", mediaType)
                .param("sha256", sha256(content))
                .param("groesse", content.length)
                .param("content", verschluesselung.seal(vorgang, "dokument", content))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var after = get(id).orElseThrow();
        writeDraft(before, after);
        return after;
    }

    private void writeDraft(@Nullable Dokument before, Dokument after) {
        if (before == null) {
            write(after, Aktion.ANGELEGT, null);
        } else if (!before.sha256().equals(after.sha256()) || !before.name().equals(after.name())) {
            write(after, Aktion.GEAENDERT, before.sha256());
        }
    }

    /** The checksum of the content, and not the name, which may be that of a person. */
    private void write(Dokument dokument, Aktion aktion, @Nullable String before) {
        protokoll.write(
                dokument.vorgang(),
                new Handlung(Objektart.DOKUMENT, dokument.id(), aktion).with("sha256", before, dokument.sha256()));
    }

    @Override
    @Transactional
    public Dokument file(DokumentId id) {
        var filed = jdbc.sql("update processes.dokument set abgelegt_am = :now where id = :id and abgelegt_am is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        var dokument = get(id).orElseThrow(() -> new IllegalArgumentException(
                "Expected to file document '%s', but no such document was found".formatted(id)));
        if (filed > 0) {
            write(dokument, Aktion.ABGELEGT, null);
        }
        return dokument;
    }

    @Override
    public List<Dokument> of(VorgangId vorgang) {
        return jdbc.sql("select " + COLUMNS
                        + " from processes.dokument where vorgang_id = :vorgang order by erstellt_am, id")
                .param("vorgang", vorgang.value())
                .query(DokumentAblage::read)
                .list();
    }

    @Override
    public List<Dokument> of(VorgangId vorgang, Akteur akteur) {
        return vorgaenge.find(vorgang, akteur).map(seen -> of(seen.id())).orElse(List.of());
    }

    @Override
    @Transactional
    public Optional<WithContent> find(DokumentId id, Akteur akteur) {
        var found = get(id).filter(
                        dokument -> vorgaenge.find(dokument.vorgang(), akteur).isPresent());
        found.ifPresent(dokument -> protokoll.write(
                Handelnder.person(akteur), dokument.vorgang(), new Handlung(Objektart.DOKUMENT, id, Aktion.GELESEN)));
        return found.flatMap(this::withContent);
    }

    @Override
    public Optional<WithContent> find(DokumentId id) {
        return get(id).flatMap(this::withContent);
    }

    private Optional<WithContent> withContent(Dokument dokument) {
        return verschluesselung
                .open(dokument.vorgang(), "dokument", content(dokument.id()))
                .map(content -> new WithContent(dokument, content));
    }

    private Optional<Dokument> get(DokumentId id) {
        return jdbc.sql("select " + COLUMNS + " from processes.dokument where id = :id")
                .param("id", id.value())
                .query(DokumentAblage::read)
                .optional();
    }

    private byte[] content(DokumentId id) {
        return jdbc.sql("select content from processes.dokument where id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getBytes("content"))
                .single();
    }

    private static Dokument read(ResultSet row, int number) throws SQLException {
        var filed = row.getTimestamp("abgelegt_am");
        return new Dokument(
                new DokumentId(row.getObject("id", UUID.class)),
                new VorgangId(row.getObject("vorgang_id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getLong("groesse"),
                row.getTimestamp("erstellt_am").toInstant(),
                filed == null ? null : filed.toInstant());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected the JDK to know SHA-256, but it does not", e);
        }
    }
}
