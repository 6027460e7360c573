package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumentblatt.Volltext;
import de.amtsfluss.processes.Dokumentversion;
import de.amtsfluss.processes.VorgangId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes documents and their versions. */
@Repository
class DokumentRepository {

    /** A document looks like its newest version. */
    private static final String SELECT = """
            select d.id, d.vorgang_id, d.version, d.abgelegt_am, d.richtung, d.posteingang_am, d.postausgang_am,
                v.name, v.media_type, v.sha256, v.groesse, v.erstellt_am
            from processes.dokument d
            join processes.dokument_version v on v.dokument_id = d.id and v.nummer = d.version\s""";

    private final JdbcClient jdbc;

    DokumentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dokument> find(DokumentId id) {
        return jdbc.sql(SELECT + "where d.id = :id")
                .param("id", id.value())
                .query(DokumentRepository::read)
                .optional();
    }

    List<Dokument> of(VorgangId vorgang) {
        return jdbc.sql(SELECT + "where d.vorgang_id = :vorgang order by d.erstellt_am, d.id")
                .param("vorgang", vorgang.value())
                .query(DokumentRepository::read)
                .list();
    }

    /** False if there is such a document already; then it is locked. */
    boolean insert(DokumentId id, VorgangId vorgang, Richtung richtung, @Nullable LocalDate posteingang, Instant now) {
        var inserted = jdbc.sql("""
                insert into processes.dokument (id, vorgang_id, version, erstellt_am, richtung, posteingang_am)
                values (:id, :vorgang, 1, :now, :richtung, :posteingang) on conflict (id) do nothing""")
                .param("id", id.value())
                .param("vorgang", vorgang.value())
                .param("now", Timestamp.from(now))
                .param("richtung", richtung.name())
                .param("posteingang", posteingang)
                .update();
        if (inserted == 0) {
            jdbc.sql("select 1 from processes.dokument where id = :id for update")
                    .param("id", id.value())
                    .query((row, number) -> true)
                    .list();
        }
        return inserted > 0;
    }

    void insert(DokumentId id, Dokumentversion version, byte[] content) {
        jdbc.sql("""
                insert into processes.dokument_version (dokument_id, nummer, name, media_type, sha256, sha512, groesse,
                    content, erstellt_am, erstellt_von)
                values (:id, :nummer, :name, :mediaType, :sha256, :sha512, :groesse, :content, :am, :von)""")
                .param("id", id.value())
                .param("nummer", version.nummer())
                .param("name", version.name())
                .param("mediaType", version.mediaType())
                .param("sha256", version.sha256())
                .param("sha512", version.sha512())
                .param("groesse", version.groesse())
                .param("content", content)
                .param("am", Timestamp.from(version.erstelltAm()))
                .param("von", version.erstelltVon())
                .update();
    }

    void use(DokumentId id, int version) {
        jdbc.sql("update processes.dokument set version = :version where id = :id")
                .param("version", version)
                .param("id", id.value())
                .update();
    }

    int newestVersion(DokumentId id) {
        return jdbc.sql("select version from processes.dokument where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** False if it was filed already or is not there. */
    boolean file(DokumentId id, Instant now) {
        return jdbc.sql("update processes.dokument set abgelegt_am = :now where id = :id and abgelegt_am is null")
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** False if it has another day already. */
    boolean sent(DokumentId id, LocalDate tag) {
        return jdbc.sql("""
                update processes.dokument set postausgang_am = :tag
                where id = :id and postausgang_am is null""").param("tag", tag).param("id", id.value()).update() > 0;
    }

    Optional<LocalDate> postausgang(DokumentId id) {
        return jdbc.sql("select postausgang_am from processes.dokument where id = :id and postausgang_am is not null")
                .param("id", id.value())
                .query(LocalDate.class)
                .optional();
    }

    Optional<byte[]> content(DokumentId id, int version) {
        return jdbc.sql("select content from processes.dokument_version where dokument_id = :id and nummer = :version")
                .param("id", id.value())
                .param("version", version)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    Optional<Dokumentversion> version(DokumentId id, int nummer) {
        return jdbc.sql("select * from processes.dokument_version where dokument_id = :id and nummer = :nummer")
                .param("id", id.value())
                .param("nummer", nummer)
                .query(DokumentRepository::version)
                .optional();
    }

    List<Dokumentblatt> blaetter(VorgangId vorgang) {
        var versions = versions(vorgang);
        return jdbc.sql(SELECT.replace("v.erstellt_am", "v.erstellt_am, coalesce(s.stand, 'OFFEN') as volltext")
                        + "left join processes.suchauftrag s on s.id = d.id"
                        + " where d.vorgang_id = :vorgang order by d.erstellt_am, d.id")
                .param("vorgang", vorgang.value())
                .query((row, number) -> new Dokumentblatt(
                        read(row, number),
                        Richtung.valueOf(row.getString("richtung")),
                        row.getObject("posteingang_am", LocalDate.class),
                        row.getObject("postausgang_am", LocalDate.class),
                        versions.getOrDefault(row.getObject("id", UUID.class), List.of()),
                        Volltext.valueOf(row.getString("volltext"))))
                .list();
    }

    private Map<UUID, List<Dokumentversion>> versions(VorgangId vorgang) {
        return jdbc
                .sql("""
                select v.dokument_id, v.nummer, v.name, v.media_type, v.sha256, v.sha512, v.groesse, v.erstellt_am,
                    v.erstellt_von
                from processes.dokument_version v join processes.dokument d on d.id = v.dokument_id
                where d.vorgang_id = :vorgang order by v.dokument_id, v.nummer""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> Map.entry(row.getObject("dokument_id", UUID.class), version(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Dokumentversion version(ResultSet row, int number) throws SQLException {
        return new Dokumentversion(
                row.getInt("nummer"),
                row.getString("name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getString("sha512"),
                row.getLong("groesse"),
                row.getTimestamp("erstellt_am").toInstant(),
                row.getString("erstellt_von"));
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
}
