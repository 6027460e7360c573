package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Auskunft.Merkmal;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.VorgangId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what was found for a request, and what was said of it. */
@Repository
class KandidatRepository {

    private final JdbcClient jdbc;

    KandidatRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is new; what was found before gets the merkmale of now and keeps its Urteil. */
    boolean found(UUID auskunft, VorgangId vorgang, Set<Merkmal> merkmale) {
        return jdbc.sql("""
                insert into processes.auskunft_kandidat (auskunft_id, vorgang_id, merkmale)
                values (:auskunft, :vorgang, :merkmale)
                on conflict (auskunft_id, vorgang_id) do update set merkmale = excluded.merkmale
                returning xmax = 0""")
                .param("auskunft", auskunft)
                .param("vorgang", vorgang.value())
                .param("merkmale", merkmale.stream().map(Enum::name).sorted().toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    List<Zeile> of(UUID auskunft) {
        return jdbc.sql("select * from processes.auskunft_kandidat where auskunft_id = :auskunft order by vorgang_id")
                .param("auskunft", auskunft)
                .query((row, number) -> new Zeile(
                        new VorgangId(row.getObject("vorgang_id", UUID.class)),
                        texts(row.getArray("merkmale").getArray())
                                .map(Merkmal::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        Urteil.valueOf(row.getString("urteil")),
                        row.getBytes("geprueft"),
                        texts(row.getArray("geschwaerzt").getArray()).collect(Collectors.toUnmodifiableSet())))
                .list();
    }

    /** What was checked before has to be checked again. */
    void judge(UUID auskunft, VorgangId vorgang, Urteil urteil) {
        jdbc.sql("""
                update processes.auskunft_kandidat set urteil = :urteil, geprueft = null, geschwaerzt = '{}'
                where auskunft_id = :auskunft and vorgang_id = :vorgang""")
                .param("urteil", urteil.name())
                .param("auskunft", auskunft)
                .param("vorgang", vorgang.value())
                .update();
    }

    void check(UUID auskunft, VorgangId vorgang, byte[] stand, Set<String> geschwaerzt) {
        jdbc.sql("""
                update processes.auskunft_kandidat set geprueft = :stand, geschwaerzt = :geschwaerzt
                where auskunft_id = :auskunft and vorgang_id = :vorgang""")
                .param("stand", stand)
                .param("geschwaerzt", geschwaerzt.toArray(String[]::new))
                .param("auskunft", auskunft)
                .param("vorgang", vorgang.value())
                .update();
    }

    private static Stream<String> texts(Object array) {
        return Stream.of((String[]) array);
    }

    /**
     * A candidate as it is kept.
     *
     * @param vorgang which
     * @param merkmale by what it was found
     * @param urteil whether it is about the person
     * @param geprueft the mark of what was looked at when it was checked
     * @param geschwaerzt the keys of entries that are not to be told
     */
    record Zeile(
            VorgangId vorgang,
            Set<Merkmal> merkmale,
            Urteil urteil,
            byte @Nullable [] geprueft,
            Set<String> geschwaerzt) {}
}
