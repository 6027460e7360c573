package de.amtsfluss.lorawantriggers.sensorik;

import de.amtsfluss.lorawantriggers.codec.CodecCall;
import de.amtsfluss.lorawantriggers.codec.CodecResult;
import de.amtsfluss.lorawantriggers.device.CodecTrials;
import de.amtsfluss.lorawantriggers.device.CodecTrials.Trial;
import de.amtsfluss.lorawantriggers.device.DeviceType;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.lorawantriggers.device.PayloadText;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Codecversuche;
import de.amtsfluss.processes.Sensorik;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lets the people who run the sensors try codecs out, by the same trials as the HTTP interface. */
@Component
class CodecversucheService implements Codecversuche {

    private final CodecTrials trials;
    private final DeviceTypes types;
    private final JsonMapper json;
    private final Clock clock;

    CodecversucheService(CodecTrials trials, DeviceTypes types, JsonMapper json, Clock clock) {
        this.trials = trials;
        this.types = types;
        this.json = json;
        this.clock = clock;
    }

    private static boolean may(Akteur akteur) {
        return akteur.gruppen().contains(Sensorik.GRUPPE);
    }

    @Override
    public List<Geraetetyp> geraetetypen(Akteur akteur) {
        return may(akteur)
                ? types.all().stream().map(CodecversucheService::geraetetyp).toList()
                : List.of();
    }

    private static Geraetetyp geraetetyp(DeviceType type) {
        var groessen = new TreeMap<String, String>();
        type.quantities().forEach(quantity -> groessen.put(quantity.key(), quantity.unit()));
        return new Geraetetyp(type.name(), type.title(), type.description(), groessen, type.version(), type.source());
    }

    @Override
    public Ergebnis versuchen(Versuch versuch, Akteur akteur) {
        if (!may(akteur)) {
            return new Ergebnis.Abgelehnt(List.of(Hindernis.NICHT_ERLAUBT));
        }
        var hindernisse = new ArrayList<Hindernis>();
        checkCodec(versuch, hindernisse);
        if (versuch.port() < 1 || versuch.port() > CodecCall.LAST_PORT) {
            hindernisse.add(Hindernis.PORT_UNGUELTIG);
        }
        var call = call(versuch, hindernisse);
        if (call == null || !hindernisse.isEmpty()) {
            return new Ergebnis.Abgelehnt(hindernisse);
        }
        var trial = versuch.geraetetyp().isBlank()
                ? trials.ofSource(versuch.quelltext(), null, call)
                : trials.ofType(versuch.geraetetyp(), call);
        return switch (trial) {
            case Trial.Done done -> gerufen(done, gelesen(versuch, call));
            // The type was there a moment ago.
            case Trial.Unusable unusable -> new Ergebnis.Abgelehnt(List.of(Hindernis.TYP_UNBEKANNT));
        };
    }

    private void checkCodec(Versuch versuch, List<Hindernis> hindernisse) {
        var type = versuch.geraetetyp();
        if (type.isBlank() == versuch.quelltext().isBlank()) {
            hindernisse.add(type.isBlank() ? Hindernis.KEIN_CODEC : Hindernis.ZWEI_CODECS);
        } else if (!type.isBlank() && types.find(type).isEmpty()) {
            hindernisse.add(Hindernis.TYP_UNBEKANNT);
        }
        if (versuch.quelltext().length() > LONGEST_SOURCE) {
            hindernisse.add(Hindernis.QUELLTEXT_ZU_LANG);
        }
    }

    private @Nullable CodecCall call(Versuch versuch, List<Hindernis> hindernisse) {
        if (versuch.inhalt().isBlank()) {
            hindernisse.add(Hindernis.INHALT_FEHLT);
            return null;
        }
        var port = versuch.port();
        return switch (versuch.richtung()) {
            case UPLINK_LESEN -> {
                var bytes = bytes(versuch.inhalt(), hindernisse);
                yield bytes == null ? null : new CodecCall.DecodeUplink(bytes, port, clock.instant(), Map.of());
            }
            case DOWNLINK_LESEN -> {
                var bytes = bytes(versuch.inhalt(), hindernisse);
                yield bytes == null ? null : new CodecCall.DecodeDownlink(bytes, port, clock.instant(), Map.of());
            }
            case DOWNLINK_BILDEN -> command(versuch, hindernisse);
        };
    }

    private @Nullable CodecCall command(Versuch versuch, List<Hindernis> hindernisse) {
        try {
            return new CodecCall.EncodeDownlink(json.readTree(versuch.inhalt()), versuch.port(), Map.of());
        } catch (JacksonException e) {
            hindernisse.add(Hindernis.INHALT_KEIN_JSON);
            return null;
        }
    }

    private static byte @Nullable [] bytes(String text, List<Hindernis> hindernisse) {
        try {
            var bytes = PayloadText.bytes(text);
            if (bytes.length <= CodecCall.MOST_BYTES) {
                return bytes;
            }
            hindernisse.add(Hindernis.INHALT_ZU_LANG);
        } catch (IllegalArgumentException e) {
            hindernisse.add(Hindernis.INHALT_KEINE_BYTES);
        }
        return null;
    }

    private static @Nullable Gelesen gelesen(Versuch versuch, CodecCall call) {
        return switch (call) {
            case CodecCall.DecodeUplink uplink -> gelesen(versuch.inhalt(), uplink.bytes());
            case CodecCall.DecodeDownlink downlink -> gelesen(versuch.inhalt(), downlink.bytes());
            case CodecCall.EncodeDownlink command -> null;
        };
    }

    /** Only a text in hexadecimal is as long as its digits; Base64 is shorter. */
    private static Gelesen gelesen(String text, byte[] bytes) {
        var digits = text.replaceAll("[\\s:-]|0x", "");
        var hex = digits.equalsIgnoreCase(HexFormat.of().formatHex(bytes));
        return new Gelesen(hex ? Lesart.HEXADEZIMAL : Lesart.BASE64, bytes.length);
    }

    private Ergebnis gerufen(Trial.Done done, @Nullable Gelesen gelesen) {
        var werte = done.measurements().entrySet().stream()
                .map(entry -> wert(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Wert::groesse))
                .toList();
        return switch (done.result()) {
            case CodecResult.Data data ->
                new Ergebnis.Gerufen(
                        gelesen,
                        json.writerWithDefaultPrettyPrinter().writeValueAsString(data.data()),
                        null,
                        werte,
                        done.warnings(),
                        List.of(),
                        done.micros());
            case CodecResult.Payload payload ->
                new Ergebnis.Gerufen(
                        gelesen, null, nutzlast(payload), werte, done.warnings(), List.of(), done.micros());
            case CodecResult.Failure failure ->
                new Ergebnis.Gerufen(gelesen, null, null, werte, done.warnings(), failure.sentences(), done.micros());
        };
    }

    private static Nutzlast nutzlast(CodecResult.Payload payload) {
        return new Nutzlast(
                payload.fPort(),
                HexFormat.of().formatHex(payload.bytes()),
                Base64.getEncoder().encodeToString(payload.bytes()));
    }

    private static Wert wert(Quantity quantity, double value) {
        return new Wert(quantity.key(), value, quantity.unit());
    }
}
