package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.akte.Pruefsummen;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the file for the archive: a folder per Akte with its documents in their last version, {@code akte.json} with
 * what is known of Akte, Vorgaenge and documents, and {@code akte.json.sha256}, which {@code sha256sum -c} reads.
 */
@Component
class Paketinhalt {

    private static final String METADATA = "akte.json";

    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final JsonMapper json;

    Paketinhalt(Vorgaenge vorgaenge, Dokumente dokumente, JsonMapper json) {
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.json = json;
    }

    void write(Aussonderung list, List<Aussonderungseintrag> eintraege, OutputStream out) throws IOException {
        // Not closed, since it is the caller's.
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var eintrag : eintraege) {
            write(list, eintrag, zip);
        }
        zip.finish();
    }

    private void write(Aussonderung list, Aussonderungseintrag eintrag, ZipOutputStream zip) throws IOException {
        var folder =
                "%04d_%s/".formatted(eintrag.nummer(), eintrag.kennzeichen().replaceAll("[^0-9A-Za-z.-]", "_"));
        var parts = new ArrayList<Vorgangsteil>();
        for (var id : eintrag.vorgaenge()) {
            parts.add(write(id, folder, zip));
        }
        var metadata = json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Aktenteil(
                        list.nummer(),
                        eintrag.id().toString(),
                        eintrag.kennzeichen(),
                        eintrag.betreff(),
                        eintrag.laufzeitBeginn(),
                        eintrag.laufzeitEnde(),
                        eintrag.aufbewahrungsende(),
                        eintrag.aussonderungsart().code(),
                        parts));
        put(zip, folder + METADATA, metadata);
        put(
                zip,
                folder + METADATA + ".sha256",
                (Pruefsummen.sha256(metadata) + "  " + METADATA + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Vorgangsteil write(VorgangId id, String folder, ZipOutputStream zip) throws IOException {
        var vorgang = vorgaenge.require(id, "hand over");
        var parts = new ArrayList<Dokumentteil>();
        for (var dokument : dokumente.of(id)) {
            var name =
                    "dokumente/%s_%s".formatted(dokument.id(), dokument.name().replaceAll("[^\\p{L}\\p{N}._-]", "_"));
            put(zip, folder + name, content(dokument));
            parts.add(new Dokumentteil(
                    name,
                    dokument.name(),
                    dokument.mediaType(),
                    dokument.groesse(),
                    dokument.sha256(),
                    dokument.erstelltAm(),
                    dokument.abgelegtAm()));
        }
        return new Vorgangsteil(
                id.toString(),
                vorgang.aktenzeichen(),
                vorgang.verfahren(),
                vorgang.betreff(),
                vorgang.angelegtAm(),
                vorgang.abgeschlossenAm(),
                vorgang.ergebnis(),
                vorgaenge.beteiligte(id),
                vorgang.daten(),
                parts);
    }

    private byte[] content(Dokument dokument) {
        var content = dokumente
                .find(dokument.id())
                .orElseThrow(() -> new IllegalStateException(
                        "Expected document '%s' for the archive, but it is erased".formatted(dokument.id())))
                .content();
        if (!Pruefsummen.sha256(content).equals(dokument.sha256())) {
            throw new IllegalStateException(
                    "Expected document '%s' to be as it was kept, but its checksum differs".formatted(dokument.id()));
        }
        return content;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** An Akte as {@code akte.json} tells it; {@code eintrag} is by what the archive confirms its import. */
    private record Aktenteil(
            String aussonderung,
            String eintrag,
            String kennzeichen,
            @Nullable String betreff,
            LocalDate laufzeitBeginn,
            LocalDate laufzeitEnde,
            LocalDate aufbewahrungsende,
            String aussonderungsart,
            List<Vorgangsteil> vorgaenge) {}

    /** A Vorgang of it. */
    private record Vorgangsteil(
            String id,
            String aktenzeichen,
            String verfahren,
            String betreff,
            Instant angelegtAm,
            @Nullable Instant abgeschlossenAm,
            @Nullable String ergebnis,
            List<Beteiligter> beteiligte,
            Map<String, @Nullable Object> daten,
            List<Dokumentteil> dokumente) {}

    /** A document of it; {@code datei} is its path from {@code akte.json}. */
    private record Dokumentteil(
            String datei,
            String name,
            String mediaType,
            long groesse,
            String sha256,
            Instant erstelltAm,
            @Nullable Instant abgelegtAm) {}
}
