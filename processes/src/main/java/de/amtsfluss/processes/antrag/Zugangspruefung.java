package de.amtsfluss.processes.antrag;

import de.amtsfluss.processes.Antraege.Zugang;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.SchluesselGeloeschtException;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether somebody may know of an application. Whoever may not gets the same answer as where there is none. */
@Component
class Zugangspruefung {

    /** Letters and digits that are not mistaken for each other when they are read out or copied from paper. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** 60 bits: who tries a thousand a second needs some ten million years. */
    private static final int LENGTH = 12;

    private final AntragRepository repository;
    private final Vorgaenge vorgaenge;
    private final Verschluesselung verschluesselung;

    Zugangspruefung(AntragRepository repository, Vorgaenge vorgaenge, Verschluesselung verschluesselung) {
        this.repository = repository;
        this.vorgaenge = vorgaenge;
        this.verschluesselung = verschluesselung;
    }

    Optional<VorgangId> check(Zugang zugang) {
        return switch (zugang) {
            case Zugang.Konto konto ->
                repository
                        .find(konto.vorgang())
                        .filter(row -> konto.akteur().kennung().equals(row.konto()))
                        .map(row -> konto.vorgang());
            case Zugang.Code code ->
                repository
                        .byAktenzeichen(code.aktenzeichen().strip())
                        .filter(vorgang -> matches(vorgang, code.zugangscode()));
            case Zugang.Amt amt ->
                vorgaenge
                        .find(amt.vorgang(), amt.akteur())
                        .map(Vorgang::id)
                        .filter(vorgang -> repository.find(vorgang).isPresent());
        };
    }

    /** Derived from the Vorgang's key, so it is kept nowhere and ends with it. In groups of four. */
    String code(VorgangId vorgang) {
        var derived = verschluesselung.derive(vorgang, "zugangscode");
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(derived[i] & 31));
        }
        return code.toString();
    }

    private boolean matches(VorgangId vorgang, String given) {
        try {
            return MessageDigest.isEqual(plain(code(vorgang)), plain(given));
        } catch (SchluesselGeloeschtException e) {
            return false;
        }
    }

    private static byte[] plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8);
    }
}
