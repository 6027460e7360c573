package de.amtsfluss.processes.antrag;

import de.amtsfluss.processes.Abgaben;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.model.ModelCatalog;
import de.amtsfluss.processes.model.ModelProcess;
import de.amtsfluss.processes.vorgang.NeuerVorgang;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands matters over. */
@Service
class AbgabeService implements Abgaben {

    private final Vorgaenge vorgaenge;
    private final Antragsakte akte;
    private final AntragRepository repository;
    private final ModelCatalog models;
    private final ProcessMessages messages;

    AbgabeService(
            Vorgaenge vorgaenge,
            Antragsakte akte,
            AntragRepository repository,
            ModelCatalog models,
            ProcessMessages messages) {
        this.vorgaenge = vorgaenge;
        this.akte = akte;
        this.repository = repository;
        this.models = models;
        this.messages = messages;
    }

    @Override
    @Transactional
    public Vorgang abgeben(VorgangId von, String verfahren, Set<String> felder) {
        var source = vorgaenge
                .find(von)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected to hand over Vorgang '%s', but no such Vorgang was found".formatted(von)));
        var daten = new HashMap<String, @Nullable Object>(source.daten());
        daten.keySet().retainAll(felder);
        var name = "abgabe:%s:%s".formatted(von, verfahren);
        var id = new VorgangId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        repository.lock(id.value());
        var earlier = vorgaenge.find(id);
        if (earlier.isPresent()) {
            vorgaenge.supplement(id, daten);
            return earlier.get();
        }
        return open(id, source, verfahren, daten);
    }

    private Vorgang open(VorgangId id, Vorgang source, String verfahren, Map<String, @Nullable Object> daten) {
        var process = models.process(verfahren)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected to hand over to procedure '%s', but no such procedure was found"
                                .formatted(verfahren)));
        var ausloeser = new AusloeserId(id.value());
        var vorgang = akte.create(
                id,
                new NeuerVorgang(
                        null,
                        verfahren,
                        required(process, "aktenplaneinheit"),
                        process.name(),
                        ausloeser,
                        source.kanal(),
                        Set.of(required(process, "gruppen").split(",")),
                        daten,
                        vorgaenge.beteiligte(source.id())));
        repository.refer(source.id(), id);
        messages.start(new ProcessMessages.StartMessage(
                ausloeser,
                verfahren + ".abgegeben",
                id.toString(),
                Map.of("vorgangId", id.toString(), "aktenzeichen", vorgang.aktenzeichen())));
        return vorgang;
    }

    private static String required(ModelProcess process, String property) {
        return process.property(property)
                .orElseThrow(() ->
                        new IllegalStateException("Expected the model '%s' to give the property '%s', but it does not"
                                .formatted(process.id(), property)));
    }
}
