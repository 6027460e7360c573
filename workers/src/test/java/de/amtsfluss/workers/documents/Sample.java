package de.amtsfluss.workers.documents;

import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Invented matters, one or more for each template. */
@SuppressWarnings("ImmutableEnumChecker") // Nobody changes the data of a sample.
enum Sample {
    CONTAINER_NICHT_GELEERT(
            "container-leeren/container-protokoll",
            "700.3-70.41/0001-2026",
            with(
                    container(),
                    Map.of(
                            "ergebnis", "nichtGeleert",
                            "geleert", false,
                            "stoerung", "beschaedigt",
                            "folge", "reparatur",
                            "bemerkung", "Deckel <b>fehlt</b>, Schloss & Griff ebenfalls"))),
    CONTAINER_GEMESSEN(
            "container-leeren/container-protokoll",
            "700.3-70.41/0002-2026",
            with(
                    container(),
                    Map.of(
                            "ergebnis", "gemessen",
                            "gemessenGeleertAm", "2026-11-22T12:00:00Z",
                            "gemessenGeleertProzent", 4))),
    CONTAINER_LANGE_BEMERKUNG(
            "container-leeren/container-protokoll",
            "700.3-70.41/0003-2026",
            with(
                    container(),
                    Map.of(
                            "ergebnis",
                            "geleert",
                            "geleert",
                            true,
                            "stoerung",
                            "keine",
                            "bemerkung",
                            "Donaudampfschifffahrtsgesellschaftskapitän grüßt. ".repeat(110)))),
    GEFAHR_MELDEN(
            "gefahr-melden/einsatz-protokoll",
            "370.1-37.21/0001-2026",
            with(
                    einsatz(Map.of(
                            "containerId",
                            "BI-C-0001",
                            "ort",
                            "Siegfriedplatz 1, Mitte",
                            "fraktion",
                            "Papier",
                            "gefahr",
                            "brand",
                            "temperaturGrad",
                            91.5)),
                    Map.of(
                            "ergebnis",
                            "bestaetigt",
                            "lage",
                            "brand",
                            "kraefteEntsandt",
                            true,
                            "zustand",
                            "beschaedigt",
                            "folge",
                            "ersatz",
                            "bemerkung",
                            "Schwelbrand, Deckel <b>fehlt</b> & Rauch"))),
    PARKFLAECHEN_UEBERWACHEN(
            "parkflaechen-ueberwachen/einsatz-protokoll",
            "320.1-32.61/0002-2026",
            with(
                    einsatz(Map.of(
                            "stellplatzId",
                            "BI-P-0001",
                            "ort",
                            "Niederwall 23, Mitte",
                            "flaechenart",
                            "ladesaeule",
                            "belegtMinuten",
                            250,
                            "erlaubtMinuten",
                            240)),
                    Map.of(
                            "ergebnis",
                            "verstoss",
                            "fahrzeugAngetroffen",
                            true,
                            "ausweis",
                            "fehlt",
                            "massnahmeVorOrt",
                            "hinweiszettel",
                            "massnahmeZuletzt",
                            "kontrolle",
                            "belegtMinutenZuletzt",
                            256))),
    HOCHWASSER_MELDEN(
            "hochwasser-melden/einsatz-protokoll",
            "370.1-37.31/0003-2026",
            with(
                    einsatz(Map.of(
                            "pegelId",
                            "BI-W-0001",
                            "ort",
                            "Brücke Musterstraße, Brake",
                            "gewaesser",
                            "Musterbach",
                            "pegelZentimeter",
                            152.4,
                            "stufe",
                            2)),
                    Map.of(
                            "ergebnis",
                            "entwarnung",
                            "stufeZuletzt",
                            3,
                            "pegelZuletztZentimeter",
                            203,
                            "alarmierteStufe",
                            3,
                            "entwarnungAm",
                            "2026-11-22T12:00:00Z"))),
    BAUM_BEWAESSERN(
            "baum-bewaessern/einsatz-protokoll",
            "700.3-70.61/0004-2026",
            with(
                    einsatz(Map.of(
                            "baumId",
                            "BI-B-0001",
                            "ort",
                            "Musterstraße 7, Mitte",
                            "baumart",
                            "Winterlinde",
                            "pflanzjahr",
                            2024,
                            "bodenfeuchteProzent",
                            8.5,
                            "wassermengeLiter",
                            150)),
                    Map.of(
                            "ergebnis",
                            "bewaessert",
                            "bewaessert",
                            true,
                            "literGegeben",
                            120,
                            "zustand",
                            "geschwaecht",
                            "folge",
                            "baumkontrolle"))),
    SENSOR_PRUEFEN(
            "sensor-pruefen/einsatz-protokoll",
            "105.1-10.71/0005-2026",
            with(
                    einsatz(Map.of("assetId", "BI-C-0001", "ort", "Siegfriedplatz 1, Mitte", "stilleStunden", 73.5)),
                    Map.of("ergebnis", "instandGesetzt", "befund", "getauscht", "neueDevEui", "24E124713D00FFFF"))),
    BATTERIE_WECHSELN(
            "batterie-wechseln/einsatz-protokoll",
            "105.1-10.72/0006-2026",
            with(
                    einsatz(Map.of("assetId", "BI-B-0001", "ort", "Musterstraße 7, Mitte", "batterieProzent", 14)),
                    Map.of("ergebnis", "nichtGewechselt", "gewechselt", false, "hindernis", "keineBatterie"))),
    LUFTQUALITAET_MELDEN(
            "luftqualitaet-melden/einsatz-protokoll",
            "360.1-36.41/0007-2026",
            with(
                    einsatz(Map.of(
                            "messstelleId",
                            "BI-L-0001",
                            "ort",
                            "Musterplatz 1, Mitte",
                            "pm10",
                            64.5,
                            "pm25",
                            31,
                            "stufe",
                            1)),
                    Map.of(
                            "ergebnis",
                            "bewertet",
                            "messfehler",
                            false,
                            "ursache",
                            "baustelle",
                            "massnahmeGetroffen",
                            "baustelle",
                            "oeffentlichkeitInformieren",
                            true,
                            "stufeZuletzt",
                            2,
                            "pm10Zuletzt",
                            104,
                            "pm25Zuletzt",
                            44))),
    FUNKABDECKUNG_PRUEFEN(
            "funkabdeckung-pruefen/einsatz-protokoll",
            "105.1-10.73/0008-2026",
            with(
                    einsatz(Map.of("bezirk", "Mitte", "schlechteGeraeteProzent", 31.5)),
                    Map.of(
                            "ergebnis",
                            "vorschlag",
                            "messfahrtDurchgefuehrt",
                            true,
                            "ursache",
                            "abschattung",
                            "vorschlag",
                            "gatewayErgaenzen"))),
    TOUR("tour-fahren/tour-fahrerblatt", "700.3-70.41/0004-2026", tour()),
    HUNDESTEUER_EIN_HUND(
            "hundesteuer-anmelden/hundesteuerbescheid",
            "210.1-22.31/0001-2026",
            with(
                    bescheid(),
                    Map.of(
                            "empfaenger",
                                    Map.of(
                                            "anrede", "Frau",
                                            "briefanrede", "Sehr geehrte Frau Mustermann",
                                            "name", "Erika Mustermann",
                                            "strasse", "Musterstraße 12",
                                            "plz", "33602",
                                            "ort", "Bielefeld"),
                            "festsetzung",
                                    festsetzung(
                                            List.of(hund("Bello", "Dackel", 10, 144, 120)),
                                            120,
                                            List.of(rate(null, 48), rate("2026-08-15", 36), rate("2026-11-15", 36)))))),
    HUNDESTEUER_VIELE_HUNDE(
            "hundesteuer-anmelden/hundesteuerbescheid",
            "210.1-22.31/0002-2026",
            with(
                    bescheid(),
                    Map.of(
                            "empfaenger",
                                    Map.of(
                                            "name",
                                                    "Dr. Ödön-Wüßtefeld Großherzögin-Schmidt-Übelhör von und zu"
                                                            + " Düsterförde-Mühlenstädt",
                                            "zusatz", "c/o Muster-Tierschutz-Gnadenhof Fünfhäuser e. V.",
                                            "strasse", "Straße des 17. Juni 135 a, Hinterhaus",
                                            "plz", "33739",
                                            "ort", "Bielefeld-Jöllenbeck"),
                            "festsetzung",
                                    festsetzung(
                                            IntStream.rangeClosed(1, 60)
                                                    .mapToObj(i ->
                                                            hund("Hündchen " + i, "Großer Münsterländer", 12, 168, 168))
                                                    .toList(),
                                            10080,
                                            List.of(
                                                    rate("2026-02-15", 2520),
                                                    rate("2026-05-15", 2520),
                                                    rate("2026-08-15", 2520),
                                                    rate("2026-11-15", 2520))))));

    /** The moment at which all samples are written. */
    static final Instant NOW = now();

    final String template;
    final Vorgang vorgang;

    Sample(String template, String aktenzeichen, Map<String, @Nullable Object> daten) {
        this.template = template;
        this.vorgang = vorgang(template, aktenzeichen, daten);
    }

    private static Instant now() {
        return Instant.parse("2026-11-22T09:30:00Z");
    }

    private static Map<String, @Nullable Object> tour() {
        var daten = new HashMap<String, @Nullable Object>(Map.of(
                "fahrzeug", "Kranwagen 1",
                "fraktion", "Glas",
                "bezirk", "Mitte",
                "beginnAm", "2026-11-23T05:00:00Z",
                "endeAm", "2026-11-23T06:12:00Z",
                "anzahl", 4,
                "wegMeter", 9420,
                "depot", Map.of("name", "Umweltbetrieb, Eckendorfer Straße 57", "breite", 52.0346, "laenge", 8.5563)));
        daten.put(
                "halte",
                List.of(
                        halt(1, "Kesselbrink 1, Mitte", 52.0256, 8.5389, true, true),
                        halt(2, "Alter Markt 5, Mitte", 52.0213, 8.5323, true, false),
                        halt(4, "Bürgerpark Oetkerhalle, Mitte", 52.0305, 8.5156, false, false),
                        halt(5, "Siegfriedplatz 1, Mitte", 52.0287, 8.5224, true, false)));
        return daten;
    }

    private static Map<String, Object> halt(
            int nummer, String ort, double breite, double laenge, boolean auftrag, boolean sofort) {
        var halt = new HashMap<String, Object>(Map.of(
                "nummer",
                nummer,
                "containerId",
                "BI-C-000" + nummer,
                "ort",
                ort,
                "breite",
                breite,
                "laenge",
                laenge,
                "volumenLiter",
                3000,
                "fuellstandProzent",
                82.5,
                "ankunftAm",
                "2026-11-23T05:%02d:00Z".formatted(8 * nummer),
                "sofort",
                sofort,
                "verspaetet",
                false));
        if (auftrag) {
            halt.put("aktenzeichen", "700.3-70.41/001%d-2026".formatted(nummer));
            halt.put("fristAm", "2026-11-24T05:00:00Z");
        }
        return halt;
    }

    /** The same matter with other values. */
    Vorgang having(Map<String, Object> more) {
        return vorgang(template, vorgang.aktenzeichen(), with(vorgang.daten(), more));
    }

    private static Vorgang vorgang(String template, String aktenzeichen, Map<String, @Nullable Object> daten) {
        return new Vorgang(
                new VorgangId(UUID.nameUUIDFromBytes(aktenzeichen.getBytes(StandardCharsets.UTF_8))),
                aktenzeichen,
                template.substring(0, template.indexOf('/')),
                "Ein Muster",
                null,
                "portal",
                Vorgang.Status.OFFEN,
                null,
                daten,
                Set.of("disposition"),
                now(),
                null);
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> daten, Map<String, Object> more) {
        var all = new HashMap<String, @Nullable Object>(daten);
        all.putAll(more);
        return all;
    }

    private static Map<String, @Nullable Object> container() {
        return new HashMap<String, @Nullable Object>(Map.of(
                "containerId", "BI-C-0001",
                "ort", "Siegfriedplatz 1, Mitte",
                "fraktion", "Restmuell",
                "volumenLiter", 1100,
                "fuellstandProzent", 96.8,
                "gemessenAm", "2026-11-22T09:15:00Z",
                "sensor", "24E124713D000001",
                "fristAm", "2026-11-23T09:15:00Z"));
    }

    /** What every procedure that a sensor starts knows, and what one of them knows beside it. */
    private static Map<String, @Nullable Object> einsatz(Map<String, Object> more) {
        return with(
                new HashMap<>(Map.of(
                        "gemessenAm", "2026-11-22T09:15:00Z",
                        "sensor", "24E124713D000001",
                        "prioritaet", 60,
                        "fristAm", "2026-11-23T09:15:00Z")),
                more);
    }

    private static Map<String, @Nullable Object> bescheid() {
        return new HashMap<String, @Nullable Object>(
                Map.of("bearbeitung", Map.of("name", "Max Mustermann", "zimmer", "217", "telefon", "0521 51-0000")));
    }

    private static Map<String, Object> festsetzung(
            List<Map<String, Object>> posten, int betrag, List<Map<String, @Nullable Object>> faelligkeiten) {
        return Map.of(
                "posten",
                posten,
                "betrag",
                betrag,
                "steuerpflichtAb",
                "2026-03-01",
                "kassenzeichen",
                "HS-2026-0001",
                "befreiungBeantragt",
                false,
                "befreiungGewaehrt",
                false,
                "faelligkeiten",
                faelligkeiten);
    }

    private static Map<String, Object> hund(String name, String rasse, int monate, int satz, int steuer) {
        return Map.of(
                "bezeichnung", name,
                "rasse", rasse,
                "jahr", 2026,
                "monate", monate,
                "satz", satz,
                "anteilProzent", 100,
                "steuer", steuer);
    }

    private static Map<String, @Nullable Object> rate(@Nullable String am, int betrag) {
        var rate = new HashMap<String, @Nullable Object>();
        rate.put("am", am);
        rate.put("wann", am == null ? "einen Monat nach Bekanntgabe" : null);
        rate.put("betrag", betrag);
        return rate;
    }
}
