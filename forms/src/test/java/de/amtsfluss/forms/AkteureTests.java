package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Akteur;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class AkteureTests {

    @Test
    void readsThePersonFromTheClaims() {
        assertThat(Akteure.of(People.crew())).contains(new Akteur("kim.krause", "Kim Krause", Set.of("betriebshof")));
    }

    @Test
    void takesTheSlashOffGroupsWithFullPath() {
        assertThat(Akteure.of(People.taxOffice()).orElseThrow().gruppen()).containsExactly("steueramt");
    }

    @Test
    void knowsNobodyWithoutClaims() {
        assertThat(Akteure.of(null)).isEmpty();
        assertThat(Akteure.of(new UsernamePasswordAuthenticationToken("kim", "secret")))
                .isEmpty();
    }
}
