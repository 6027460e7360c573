package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Auskunft.Kandidat;
import de.amtsfluss.processes.Auskunft.Merkmal;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Beteiligter.Rolle;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the Vorgaenge of a person are found. */
class AuskunftssucheTests extends AuskunftProbe {

    @Test
    void findsAPersonHoweverTheNameIsWrittenAndNotTheNamesake() {
        var applied = applied("Jürgen", nachname, BORN, null);
        var handedOver = vorgang(person("JUERGEN-" + nachname.toUpperCase(Locale.GERMAN), BORN));
        var turned = vorgang(person(nachname + ", Jürgen", BORN));
        var withoutBirthday = vorgang(person("jürgen  " + nachname, null));
        vorgang(person("Jürgen " + nachname, LocalDate.of(1990, 1, 1)));
        vorgang(person("Jürgen Anders", BORN));

        var found = searched(new Person("Jürgen", nachname, null, BORN, null, null, null));

        assertThat(found.kandidaten())
                .extracting(Kandidat::vorgang)
                .containsExactlyInAnyOrder(applied, handedOver, turned, withoutBirthday);
        assertThat(of(found, withoutBirthday).merkmale()).containsExactly(Merkmal.NAME);
        assertThat(of(found, applied).merkmale()).containsExactly(Merkmal.NAME_UND_GEBURTSDATUM);
        assertThat(of(found, applied).beteiligter())
                .isNotNull()
                .satisfies(one -> assertThat(one.geburtsdatum()).isEqualTo(BORN));
        assertThat(searched(new Person("Jürgen", nachname, null, null, null, null, null))
                        .kandidaten())
                .hasSize(5);
    }

    @Test
    void findsAPersonByAddressAccountAndEarlierName() {
        var mail = nachname.replaceAll("[^a-z]", "") + "@example.org";
        var konto = "konto-" + nachname;
        var byMail = vorgang(new Beteiligter(
                Rolle.ANTRAGSTELLER,
                "Anders",
                null,
                null,
                mail.toUpperCase(Locale.ROOT),
                null,
                Versandweg.EMAIL,
                null));
        var byAccount = applied("Ganz", "Anders", null, new Akteur(konto, "Ganz Anders", Set.of()));
        var byEarlierName = vorgang(person("Jutta Früher" + nachname, BORN));

        var found = searched(new Person("Jutta", nachname, "Früher" + nachname, BORN, null, mail, konto));

        assertThat(found.kandidaten())
                .extracting(Kandidat::vorgang)
                .containsExactlyInAnyOrder(byMail, byAccount, byEarlierName);
        assertThat(of(found, byMail).merkmale()).containsExactly(Merkmal.EMAIL);
        assertThat(of(found, byAccount).merkmale()).containsExactly(Merkmal.KONTO);
    }

    @Test
    void olderVorgaengeAreMadeFindable() throws Exception {
        var mail = nachname.replaceAll("[^a-z]", "") + "@example.org";
        var vorgang =
                vorgang(new Beteiligter(Rolle.ANTRAGSTELLER, "Anders", null, null, mail, null, Versandweg.EMAIL, null));
        jdbc.sql("delete from processes.beteiligter_kennzeichen where vorgang_id = :id")
                .param("id", vorgang.value())
                .update();
        var wanted = new Person("", nachname, null, null, null, mail, null);
        assertThat(searched(wanted).kandidaten()).isEmpty();

        try (var connection = dataSource.getConnection()) {
            new KennzeichenMigration(verschluesselung).migrate(context(connection));
        }

        assertThat(searched(wanted).kandidaten()).extracting(Kandidat::vorgang).containsExactly(vorgang);
    }

    static Context context(Connection connection) {
        return new Context() {
            @Override
            public @Nullable Configuration getConfiguration() {
                return null;
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
