package de.amtsfluss.lorawantriggers.sensorik;

import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.AssetRegistry;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.Device;
import de.amtsfluss.lorawantriggers.deadletter.DeadLetters;
import de.amtsfluss.lorawantriggers.trigger.DryRun;
import de.amtsfluss.lorawantriggers.trigger.TwinSheets;
import de.amtsfluss.lorawantriggers.trigger.TwinSheets.Sheet;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Downlinks.Downlink;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Sensorik;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the people who run the sensors what they may see, and does what they may do. */
@Component
class SensorikService implements Sensorik {

    private static final String FORBIDDEN = "Das darf nur, wer zur Gruppe „%s“ gehört.".formatted(GRUPPE);

    private final AssetRegistry registry;
    private final TwinSheets sheets;
    private final DeadLetters letters;
    private final DryRun dryRun;
    private final SensorDownlinks downlinks;
    private final Clock clock;

    SensorikService(
            AssetRegistry registry,
            TwinSheets sheets,
            DeadLetters letters,
            DryRun dryRun,
            SensorDownlinks downlinks,
            Clock clock) {
        this.registry = registry;
        this.sheets = sheets;
        this.letters = letters;
        this.dryRun = dryRun;
        this.downlinks = downlinks;
        this.clock = clock;
    }

    private static boolean may(Akteur akteur) {
        return akteur.gruppen().contains(GRUPPE);
    }

    @Override
    public Einlesung einlesen(String csv, boolean probelauf, Akteur akteur) {
        if (!may(akteur)) {
            return new Einlesung(0, List.of(FORBIDDEN), false);
        }
        var imported = Handelnder.person(akteur).call(() -> registry.importCsv(csv, probelauf));
        return new Einlesung(imported.assets(), imported.errors(), true);
    }

    @Override
    public List<Sensorblatt> liste(Suche suche, Akteur akteur) {
        if (!may(akteur)) {
            return List.of();
        }
        var assets =
                registry.search(suche.text(), suche.art(), PAGE_SIZE, (Math.max(1, suche.seite()) - 1) * PAGE_SIZE);
        var known = sheets.of(assets.stream().map(Asset::id).toList());
        return assets.stream()
                .map(asset -> blatt(asset, known.getOrDefault(asset.id(), Sheet.EMPTY)))
                .toList();
    }

    @Override
    public Optional<Sensorblatt> blatt(String objekt, Akteur akteur) {
        return may(akteur)
                ? registry.asset(objekt)
                        .map(asset -> blatt(asset, sheets.of(List.of(objekt)).getOrDefault(objekt, Sheet.EMPTY)))
                : Optional.empty();
    }

    private Sensorblatt blatt(Asset asset, Sheet sheet) {
        return new Sensorblatt(
                asset.id(),
                asset.art(),
                asset.ort(),
                asset.bezirk(),
                asset.breite(),
                asset.laenge(),
                asset.merkmale(),
                registry.devices(asset.id()).stream()
                        .map(SensorikService::sensor)
                        .toList(),
                sheet.funk(),
                sheet.messwerte(),
                sheet.auftraege());
    }

    private static Sensor sensor(Device device) {
        return new Sensor(device.devEui().value(), device.typ(), device.gueltigAb(), device.gueltigBis());
    }

    @Override
    public Ausbau ausbauen(String objekt, String devEui, @Nullable Instant am, Akteur akteur) {
        var now = clock.instant();
        var at = am == null ? now : am;
        if (!may(akteur)) {
            return Ausbau.NICHT_ERLAUBT;
        }
        if (at.isAfter(now)) {
            return Ausbau.IN_ZUKUNFT;
        }
        return DevEui.read(devEui)
                .map(known -> Handelnder.person(akteur).call(() -> ausbauen(objekt, known, at)))
                .orElse(Ausbau.NICHT_DORT);
    }

    private Ausbau ausbauen(String objekt, DevEui devEui, Instant at) {
        return switch (registry.unmount(objekt, devEui, at)) {
            case DONE -> Ausbau.AUSGEBAUT;
            case NOT_THERE -> Ausbau.NICHT_DORT;
            case TOO_EARLY -> Ausbau.VOR_BEGINN;
        };
    }

    @Override
    public Optional<Downlinkblatt> downlinks(String objekt, Akteur akteur) {
        return may(akteur) ? downlinks.of(objekt) : Optional.empty();
    }

    @Override
    public Optional<Downlink> senden(Nachricht nachricht, Akteur akteur) {
        return may(akteur) ? Handelnder.person(akteur).call(() -> downlinks.senden(nachricht)) : Optional.empty();
    }

    @Override
    public List<UnzustellbareMeldung> unzustellbare(Filter filter, Akteur akteur) {
        return may(akteur) ? letters.list(filter) : List.of();
    }

    @Override
    public Optional<UnzustellbareMeldung> unzustellbare(UUID id, Akteur akteur) {
        return may(akteur) ? letters.find(id) : Optional.empty();
    }

    @Override
    public int wiederholen(Set<UUID> ids, Akteur akteur) {
        return may(akteur) ? Handelnder.person(akteur).call(() -> letters.replay(ids, akteur.kennung())) : 0;
    }

    @Override
    public int verwerfen(Set<UUID> ids, Akteur akteur) {
        return may(akteur) ? Handelnder.person(akteur).call(() -> letters.discard(ids, akteur.kennung())) : 0;
    }

    @Override
    public Probe probe(Instant von, Instant bis, List<String> ausloeser, List<DmnFile> tabellen, Akteur akteur) {
        return may(akteur) ? dryRun.run(von, bis, ausloeser, tabellen) : new Probe.Abgelehnt(List.of(FORBIDDEN));
    }
}
