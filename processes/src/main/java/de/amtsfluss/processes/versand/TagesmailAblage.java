package de.amtsfluss.processes.versand;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Tagesmails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who wants a daily e-mail. It is a setting of a person and belongs to no Vorgang. */
@Service
class TagesmailAblage implements Tagesmails {

    private final JdbcClient jdbc;

    TagesmailAblage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Wunsch> of(Akteur akteur) {
        return jdbc.sql("select * from processes.tagesmail where kennung = :kennung")
                .param("kennung", akteur.kennung())
                .query(TagesmailAblage::read)
                .optional();
    }

    @Override
    @Transactional
    public void subscribe(Akteur akteur, String email) {
        jdbc.sql("insert into processes.tagesmail (kennung, name, gruppen, email) values (:kennung, '', '{}', :email)"
                        + " on conflict do nothing")
                .param("kennung", akteur.kennung())
                .param("email", email)
                .update();
        refresh(akteur, email);
    }

    @Override
    @Transactional
    public void unsubscribe(Akteur akteur) {
        jdbc.sql("delete from processes.tagesmail where kennung = :kennung")
                .param("kennung", akteur.kennung())
                .update();
    }

    @Override
    @Transactional
    public void refresh(Akteur akteur, String email) {
        jdbc.sql("update processes.tagesmail set name = :name, gruppen = :gruppen, email = :email"
                        + " where kennung = :kennung")
                .param("kennung", akteur.kennung())
                .param("name", akteur.name())
                .param("gruppen", akteur.gruppen().toArray(String[]::new))
                .param("email", email)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Wunsch> take(LocalDate tag, int limit) {
        return jdbc.sql("""
                select * from processes.tagesmail where gemeldet_am is null or gemeldet_am < :tag
                order by kennung limit :limit for update skip locked""")
                .param("tag", tag)
                .param("limit", limit)
                .query(TagesmailAblage::read)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void told(Akteur akteur, LocalDate tag) {
        jdbc.sql("update processes.tagesmail set gemeldet_am = :tag where kennung = :kennung")
                .param("tag", tag)
                .param("kennung", akteur.kennung())
                .update();
    }

    private static Wunsch read(ResultSet row, int number) throws SQLException {
        return new Wunsch(
                new Akteur(row.getString("kennung"), row.getString("name"), Set.of((String[])
                        row.getArray("gruppen").getArray())),
                row.getString("email"));
    }
}
