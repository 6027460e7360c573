package de.amtsfluss.processes.posteingang;

import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Erledigungsregel;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Inhalt;
import de.amtsfluss.processes.Posteingang.Verfuegung;
import de.amtsfluss.processes.Posteingang.Verfuegung.Art;
import de.amtsfluss.processes.Posteingang.Vorschlag;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people may order for post, and where it is kept. */
@Component
class Postregel implements Erledigungsregel {

    private static final String RECORD = "userTask_AntragAufnehmen";
    private static final String UNKNOWN =
            "Dieses Aktenzeichen gibt es nicht, oder Ihr Amt ist für den Vorgang nicht zuständig.";

    private final PosteingangRepository repository;
    private final Vorgangssuche vorgangssuche;
    private final Vorgaenge vorgaenge;
    private final Antraege antraege;

    Postregel(PosteingangRepository repository, Vorgangssuche vorgangssuche, Vorgaenge vorgaenge, Antraege antraege) {
        this.repository = repository;
        this.vorgangssuche = vorgangssuche;
        this.vorgaenge = vorgaenge;
        this.antraege = antraege;
    }

    @Override
    public String verfahren() {
        return "posteingang";
    }

    @Override
    public Optional<String> refuse(Stelle wo, Handelnder wer) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> check(Stelle wo, Map<String, @Nullable Object> werte) {
        var posteingang = repository.findByProcess(wo.processInstanceKey()).orElse(null);
        if (posteingang == null) {
            return Map.of();
        }
        if (wo.elementId().equals(RECORD)) {
            return recorded(posteingang)
                    ? Map.of()
                    : Map.of("aufgenommen", "Bitte nehmen Sie zuerst den Antrag auf. Der Link steht beim Posteingang.");
        }
        return art(werte)
                .map(art -> switch (art) {
                    case VORGANG -> checkVorgang(posteingang, wo, werte);
                    case NEUER_VORGANG -> checkVerfahren(wo, werte);
                    case STELLE, ABLAGE -> Map.<String, String>of();
                })
                .orElse(Map.of());
    }

    private boolean recorded(Posteingang posteingang) {
        var vorgang = posteingang.vorgang();
        return vorgang != null && vorgangssuche.isBegun(vorgang);
    }

    /** Whoever sees the task sees the post, but may file it only with a Vorgang of the own office. */
    private Map<String, String> checkVorgang(Posteingang posteingang, Stelle wo, Map<String, @Nullable Object> werte) {
        var wanted = vorgang(posteingang, werte);
        var gruppen = wo.aufgabe().gruppen();
        var open = wanted.flatMap(vorgaenge::find)
                .filter(vorgang -> vorgang.gruppen().stream().anyMatch(gruppen::contains));
        if (open.isEmpty()) {
            return Map.of("aktenzeichen", UNKNOWN);
        }
        return vorgangssuche.isClosedToFiles(open.get().id())
                ? Map.of("aktenzeichen", "Die Akte ist zu den Akten verfügt und nimmt keine Dokumente mehr auf.")
                : Map.of();
    }

    private Map<String, String> checkVerfahren(Stelle wo, Map<String, @Nullable Object> werte) {
        var gruppen = wo.aufgabe().gruppen();
        return antraege.leistung(text(werte, "verfahren").orElse(""))
                        .filter(leistung -> leistung.gruppen().stream().anyMatch(gruppen::contains))
                        .isPresent()
                ? Map.of()
                : Map.of("verfahren", "Für dieses Verfahren ist Ihr Amt nicht zuständig.");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(Stelle wo, Handelnder wer, Map<String, @Nullable Object> werte) {
        var posteingang = repository
                .findByProcess(wo.processInstanceKey())
                .flatMap(found -> repository.findForUpdate(found.id()))
                .orElse(null);
        if (posteingang == null) {
            return false;
        }
        var inhalt = posteingang.inhalt();
        var art = art(werte);
        if (art.isPresent() && inhalt != null) {
            var verfuegung = new Verfuegung(
                    art.get(),
                    art.get() == Art.VORGANG ? vorgang(posteingang, werte).orElse(null) : null,
                    text(werte, "verfahren").orElse(null),
                    text(werte, "grund").orElse(null),
                    wer.kennung());
            repository.setInhalt(posteingang, inhalt.with(verfuegung));
        }
        return true;
    }

    /** The Vorgang that is named, or the one that was recognised. */
    private Optional<VorgangId> vorgang(Posteingang posteingang, Map<String, @Nullable Object> werte) {
        var named = text(werte, "aktenzeichen");
        return named.isPresent()
                ? vorgangssuche.byAktenzeichen(List.of(named.get())).stream()
                        .map(Vorgangssuche.Treffer::id)
                        .findFirst()
                : Optional.ofNullable(posteingang.inhalt())
                        .map(Inhalt::vorschlag)
                        .map(Vorschlag::vorgang);
    }

    private static Optional<Art> art(Map<String, @Nullable Object> werte) {
        return text(werte, "ergebnis")
                .flatMap(word -> List.of(Art.values()).stream()
                        .filter(art -> art.name().equals(word))
                        .findFirst());
    }

    private static Optional<String> text(Map<String, @Nullable Object> werte, String key) {
        return werte.get(key) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }
}
