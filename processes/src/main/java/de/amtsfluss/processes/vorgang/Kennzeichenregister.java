package de.amtsfluss.processes.vorgang;

import de.amtsfluss.processes.Auskunft.Merkmal;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the Vorgaenge of a person by keyed hashes, without reading any of them. */
@Component
public class Kennzeichenregister {

    private final JdbcClient jdbc;
    private final Verschluesselung verschluesselung;

    /** On a database, so that a migration can make one for its own connection. */
    public Kennzeichenregister(JdbcClient jdbc, Verschluesselung verschluesselung) {
        this.jdbc = jdbc;
        this.verschluesselung = verschluesselung;
    }

    /** Keeps by what the persons of a Vorgang can be found; what was kept before stays. */
    public void write(VorgangId vorgang, List<Beteiligter> beteiligte) {
        beteiligte.stream()
                .flatMap(one -> Kennzeichen.of(one).stream())
                .distinct()
                .forEach(text -> jdbc.sql("""
                insert into processes.beteiligter_kennzeichen (vorgang_id, kennzeichen) values (:vorgang, :kennzeichen)
                on conflict do nothing""")
                        .param("vorgang", vorgang.value())
                        .param("kennzeichen", verschluesselung.deriveForSearch(text))
                        .update());
    }

    /** The Vorgaenge in which somebody may have a part, with that by which each was found. */
    public Map<VorgangId, Set<Merkmal>> find(Person person) {
        var wanted = new HashMap<String, Merkmal>();
        var hashes = Kennzeichen.wanted(person).entrySet().stream()
                .map(entry -> {
                    var hash = verschluesselung.deriveForSearch(entry.getKey());
                    wanted.put(HexFormat.of().formatHex(hash), entry.getValue());
                    return hash;
                })
                .toList();
        var found = new LinkedHashMap<VorgangId, Set<Merkmal>>();
        if (!hashes.isEmpty()) {
            jdbc.sql("""
                    select vorgang_id, encode(kennzeichen, 'hex') as hex from processes.beteiligter_kennzeichen
                    where kennzeichen in (:hashes) order by vorgang_id""").param("hashes", hashes).query(row -> {
                add(
                        found,
                        new VorgangId(row.getObject("vorgang_id", UUID.class)),
                        Objects.requireNonNull(wanted.get(row.getString("hex"))));
            });
        }
        if (person.konto() != null) {
            byAccount(person.konto()).forEach(vorgang -> add(found, vorgang, Merkmal.KONTO));
        }
        return found;
    }

    private static void add(Map<VorgangId, Set<Merkmal>> found, VorgangId vorgang, Merkmal merkmal) {
        found.computeIfAbsent(vorgang, id -> EnumSet.noneOf(Merkmal.class)).add(merkmal);
    }

    /** The account stands also where no person is written down. */
    private List<VorgangId> byAccount(String konto) {
        return jdbc.sql("""
                select vorgang_id from processes.antrag where konto = :konto
                union select vorgang_id from processes.postfach where konto = :konto""")
                .param("konto", konto.strip())
                .query((row, number) -> new VorgangId(row.getObject("vorgang_id", UUID.class)))
                .list();
    }
}
