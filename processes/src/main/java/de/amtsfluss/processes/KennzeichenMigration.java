package de.amtsfluss.processes;

import de.amtsfluss.processes.schluessel.Verschluesselung;
import de.amtsfluss.processes.vorgang.Kennzeichenregister;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes the persons of older Vorgaenge findable by e-mail address and account, and where no birthday is known. */
final class KennzeichenMigration extends DataMigration {

    private static final TypeReference<List<Beteiligter>> BETEILIGTE = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Verschluesselung verschluesselung;

    KennzeichenMigration(Verschluesselung verschluesselung) {
        super("23", "kennzeichen");
        this.verschluesselung = verschluesselung;
    }

    @Override
    public void migrate(Context context) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        var register = new Kennzeichenregister(jdbc, verschluesselung);
        var ids = jdbc.sql("select id from processes.vorgang where beteiligte is not null")
                .query((row, number) -> new VorgangId(row.getObject("id", UUID.class)))
                .list();
        ids.forEach(vorgang -> mark(jdbc, register, vorgang));
    }

    /** What was erased cannot be read any more and keeps the hashes it has. */
    private void mark(JdbcClient jdbc, Kennzeichenregister register, VorgangId vorgang) {
        var sealed = jdbc.sql("select beteiligte from processes.vorgang where id = :id")
                .param("id", vorgang.value())
                .query((row, number) -> row.getBytes("beteiligte"))
                .single();
        verschluesselung
                .open(vorgang, "beteiligte", sealed)
                .ifPresent(opened -> register.write(vorgang, JSON.readValue(opened, BETEILIGTE)));
    }
}
