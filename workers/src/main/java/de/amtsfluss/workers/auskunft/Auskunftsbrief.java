package de.amtsfluss.workers.auskunft;

import de.amtsfluss.processes.Auskunftsblatt;
import de.amtsfluss.processes.Auskunftsinhalt;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.workers.documents.Letters;
import de.amtsfluss.workers.documents.pdf.PdfDrawing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Draws an answer with the template {@code auskunft/auskunft}: a letter, or a sheet where no address is known. */
@Component
class Auskunftsbrief implements Auskunftsblatt {

    private static final String TEMPLATE = "auskunft/auskunft";
    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private final Letters letters;
    private final JsonMapper json;

    Auskunftsbrief(Letters letters, JsonMapper json) {
        this.letters = letters;
        this.json = json;
    }

    @Override
    public byte[] pdf(UUID id, Auskunftsinhalt inhalt) {
        return letters.pdf(TEMPLATE, filled(id, inhalt), id).content();
    }

    /** As the templates of letters want it: reference and data of a Vorgang. */
    private Vorgang filled(UUID id, Auskunftsinhalt inhalt) {
        var daten = new HashMap<String, @Nullable Object>();
        daten.put("auskunft", writable(json.convertValue(inhalt, TREE)));
        var anschrift = inhalt.person().anschrift();
        if (anschrift != null) {
            daten.put(
                    "empfaenger",
                    writable(Map.of(
                            "name", inhalt.person().name(),
                            "strasse", anschrift.strasse(),
                            "plz", anschrift.plz(),
                            "ort", anschrift.ort())));
        }
        return new Vorgang(
                new VorgangId(id),
                inhalt.zeichen(),
                "auskunft",
                "Auskunft nach Art. 15 DSGVO",
                null,
                "brief",
                Vorgang.Status.OFFEN,
                null,
                daten,
                Set.of(),
                Instant.EPOCH,
                null);
    }

    /** Characters that the fonts do not have must not hold up an answer; their numbers stand instead. */
    private static @Nullable Object writable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text ->
                text.codePoints()
                        .mapToObj(character -> PdfDrawing.canWrite(character)
                                ? Character.toString(character)
                                : "[U+%04X]".formatted(character))
                        .collect(Collectors.joining());
            case Map<?, ?> map -> {
                var written = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((key, one) -> written.put(key, writable(one)));
                yield written;
            }
            case Collection<?> list -> {
                var written = new ArrayList<@Nullable Object>();
                list.forEach(one -> written.add(writable(one)));
                yield written;
            }
            default -> value;
        };
    }
}
