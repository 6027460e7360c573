package de.amtsfluss.processes;

import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Encrypts the data, decisions and documents of the Vorgaenge that were kept in clear before. */
final class EncryptionMigration extends DataMigration {

    private final Verschluesselung verschluesselung;

    EncryptionMigration(Verschluesselung verschluesselung) {
        super("7", "encrypt");
        this.verschluesselung = verschluesselung;
    }

    @Override
    public void migrate(Context context) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        ids(jdbc, "vorgang").forEach(id -> encryptVorgang(jdbc, id));
        ids(jdbc, "entscheidung").forEach(id -> encryptEntscheidung(jdbc, id));
        ids(jdbc, "dokument").forEach(id -> encryptDokument(jdbc, id));
    }

    private static List<UUID> ids(JdbcClient jdbc, String table) {
        return jdbc.sql("select id from processes." + table)
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    private void encryptVorgang(JdbcClient jdbc, UUID id) {
        var daten = jdbc.sql("select daten from processes.vorgang where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        update(jdbc, "vorgang set inhalt", id, seal(id, "daten", daten));
    }

    private void encryptEntscheidung(JdbcClient jdbc, UUID id) {
        var kept = jdbc.sql("""
                select vorgang_id, json_build_object('eingaben', eingaben, 'ergebnisse', ergebnisse, 'zeilen', zeilen,
                    'begruendung', begruendung, 'schritte', schritte) as inhalt
                from processes.entscheidung where id = :id""").param("id", id).query().singleRow();
        var vorgang = (UUID) kept.get("vorgang_id");
        var inhalt = String.valueOf(kept.get("inhalt"));
        update(
                jdbc,
                "entscheidung set inhalt",
                id,
                vorgang == null ? inhalt.getBytes(StandardCharsets.UTF_8) : seal(vorgang, "entscheidung", inhalt));
    }

    private void encryptDokument(JdbcClient jdbc, UUID id) {
        var kept = jdbc.sql("select vorgang_id, content from processes.dokument where id = :id")
                .param("id", id)
                .query((row, number) -> verschluesselung.seal(
                        new VorgangId(row.getObject("vorgang_id", UUID.class)), "dokument", row.getBytes("content")))
                .single();
        update(jdbc, "dokument set content", id, kept);
    }

    private byte[] seal(UUID vorgang, String purpose, String text) {
        return verschluesselung.seal(new VorgangId(vorgang), purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void update(JdbcClient jdbc, String what, UUID id, byte[] content) {
        jdbc.sql("update processes." + what + " = :content where id = :id")
                .param("content", content)
                .param("id", id)
                .update();
    }
}
