package de.amtsfluss.forms.posteingang;

import de.amtsfluss.forms.anzeige.Angabe;
import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Anlage;
import de.amtsfluss.processes.Posteingang.Nichtuebernahme;
import de.amtsfluss.processes.Posteingang.Status;
import de.amtsfluss.processes.Transfervermerk;
import de.amtsfluss.processes.Transfervermerk.Qualitaetssicherung;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of post in words.
 *
 * @param nummer its number
 * @param eingegangenAm the day on which it came in, with the time if that is known
 * @param erfasst when and by whom it was registered
 * @param kanal how it came
 * @param status where it stands
 * @param stelle who is responsible
 * @param absender who sent it
 * @param betreff its subject
 * @param wiederholungVon what it may be a repeat of
 * @param dateien its files
 * @param nichtUebernommen the parts that were not taken in
 * @param transfervermerk how it was scanned
 * @param aktenzeichen the reference that was recognised
 * @param grund why it was filed
 * @param vorgang where it went
 */
record PosteingangRow(
        String nummer,
        String eingegangenAm,
        String erfasst,
        String kanal,
        String status,
        String stelle,
        String absender,
        String betreff,
        @Nullable String wiederholungVon,
        List<Datei> dateien,
        List<Nichtuebernahme> nichtUebernommen,
        List<Angabe> transfervermerk,
        @Nullable String aktenzeichen,
        @Nullable String grund,
        @Nullable String vorgang) {

    static PosteingangRow of(Posteingang post) {
        var inhalt = Optional.ofNullable(post.inhalt());
        var moment = post.eingegangenUm();
        var day = Anzeige.date(post.eingegangenAm());
        return new PosteingangRow(
                post.eingangsnummer(),
                moment == null ? day : Anzeige.dateTime(moment),
                "%s von %s".formatted(Anzeige.dateTime(post.erfasstAm()), post.erfasstVon()),
                kanal(post.kanal()),
                status(post.status()),
                String.join(", ", post.gruppen().stream().sorted().toList()),
                inhalt.map(Posteingang.Inhalt::absender).orElse("ohne Absender"),
                inhalt.map(Posteingang.Inhalt::betreff).orElse("ohne Betreff"),
                post.wiederholungVon(),
                inhalt.map(Posteingang.Inhalt::anlagen).orElse(List.of()).stream()
                        .map(Datei::of)
                        .toList(),
                inhalt.map(Posteingang.Inhalt::nichtUebernommen).orElse(List.of()),
                inhalt.map(Posteingang.Inhalt::transfervermerk)
                        .map(PosteingangRow::transfervermerk)
                        .orElse(List.of()),
                inhalt.map(Posteingang.Inhalt::vorschlag)
                        .map(Posteingang.Vorschlag::aktenzeichen)
                        .orElse(null),
                inhalt.map(Posteingang.Inhalt::verfuegung)
                        .map(Posteingang.Verfuegung::grund)
                        .orElse(null),
                Optional.ofNullable(post.vorgang()).map(Object::toString).orElse(null));
    }

    private static String kanal(Kanal kanal) {
        return switch (kanal) {
            case PORTAL -> "Portal";
            case SCHALTER -> "persönlich";
            case TELEFON -> "Telefon";
            case BRIEF -> "Brief oder Fax";
            case EMAIL -> "E-Mail";
        };
    }

    private static String status(Status status) {
        return switch (status) {
            case EINGEGANGEN -> "eingegangen";
            case ZUGEORDNET -> "zugeordnet";
            case UEBERNOMMEN -> "zum Vorgang genommen";
            case ABGELEGT -> "abgelegt";
        };
    }

    private static List<Angabe> transfervermerk(Transfervermerk note) {
        var angaben = new ArrayList<Angabe>();
        angaben.add(new Angabe("Gescannt von", note.ersteller()));
        angaben.add(new Angabe("Stelle", note.stelle()));
        angaben.add(new Angabe("Scanner und Profil", "%s, %s".formatted(note.scanner(), note.profil())));
        Optional.ofNullable(note.dpi()).ifPresent(dpi -> angaben.add(new Angabe("Auflösung", dpi + " dpi")));
        Optional.ofNullable(note.gescanntAm())
                .ifPresent(am -> angaben.add(new Angabe("Gescannt am", Anzeige.dateTime(am))));
        angaben.add(
                new Angabe("Auffälligkeiten", note.auffaelligkeiten().isBlank() ? "keine" : note.auffaelligkeiten()));
        angaben.add(new Angabe("Qualitätssicherung", qualitaetssicherung(note.qualitaetssicherung())));
        angaben.add(new Angabe("Bildlich und inhaltlich gleich", note.uebereinstimmung() ? "ja" : "nicht bestätigt"));
        angaben.add(new Angabe("Vollständig", note.vollstaendig() ? "ja" : "nicht bestätigt"));
        return angaben;
    }

    private static String qualitaetssicherung(Qualitaetssicherung result) {
        return switch (result) {
            case OFFEN -> "noch offen";
            case BESTANDEN -> "bestanden";
            case NICHT_BESTANDEN -> "nicht bestanden";
        };
    }

    /**
     * A file.
     *
     * @param id identifies it
     * @param name its name
     * @param merkmale what it is and how large
     */
    record Datei(String id, String name, String merkmale) {

        static Datei of(Anlage anlage) {
            return new Datei(
                    anlage.id().toString(),
                    anlage.name(),
                    "%s, %s".formatted(art(anlage.mediaType()), Anzeige.size(anlage.groesse())));
        }

        private static String art(String mediaType) {
            return switch (mediaType) {
                case "application/pdf" -> "PDF";
                case "text/plain" -> "Text";
                case "message/rfc822" -> "E-Mail im Original";
                default -> mediaType.startsWith("image/") ? "Bild" : "Dokument";
            };
        }
    }
}
