package de.amtsfluss.lorawantriggers.registry;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.AssetRegistry;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.Device;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The register in PostgreSQL. */
@Component
class JdbcAssetRegistry implements AssetRegistry {

    private final DeviceRepository devices;
    private final AssetKinds kinds;
    private final DeviceTypes types;
    private final TransactionTemplate transaction;
    private final Protokoll protokoll;
    private final Clock clock;

    JdbcAssetRegistry(
            DeviceRepository devices,
            AssetKinds kinds,
            DeviceTypes types,
            TransactionTemplate transaction,
            Protokoll protokoll,
            Clock clock) {
        this.devices = devices;
        this.kinds = kinds;
        this.types = types;
        this.transaction = transaction;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    public Registered register(Asset asset, Device device, @Nullable DevEui ersetzt) {
        return Objects.requireNonNull(transaction.execute(status -> {
            devices.lock();
            var findings = store(asset, device, ersetzt);
            if (!findings.isEmpty()) {
                status.setRollbackOnly();
                return new Registered.Refused(String.join("; ", findings));
            }
            return new Registered.Done();
        }));
    }

    @Override
    public Unmounted unmount(String assetId, DevEui devEui, Instant at) {
        return Objects.requireNonNull(transaction.execute(status -> {
            devices.lock();
            if (devices.current(devEui)
                    .filter(found -> found.assetId().equals(assetId))
                    .isEmpty()) {
                return Unmounted.NOT_THERE;
            }
            if (!devices.end(devEui, at)) {
                return Unmounted.TOO_EARLY;
            }
            protokoll.write(null, handlung(devEui, Aktion.GEAENDERT).with("gueltigBis", null, at.toString()));
            return Unmounted.DONE;
        }));
    }

    @Override
    public Imported importCsv(String csv, boolean dryRun) {
        var file = RegistryFile.read(csv, clock.instant());
        return Objects.requireNonNull(transaction.execute(status -> importLines(file, dryRun, status)));
    }

    private Imported importLines(RegistryFile file, boolean dryRun, TransactionStatus status) {
        devices.lock();
        var errors = new ArrayList<>(file.errors());
        for (var line : file.lines()) {
            store(line.asset(), line.device(), line.ersetzt())
                    .forEach(finding -> errors.add("Zeile %d: %s".formatted(line.number(), finding)));
        }
        if (dryRun || !errors.isEmpty()) {
            status.setRollbackOnly();
        }
        return new Imported(file.lines().size(), errors);
    }

    private List<String> store(Asset asset, Device device, @Nullable DevEui ersetzt) {
        var findings = new ArrayList<String>();
        var kind = kinds.find(asset.art());
        kind.ifPresentOrElse(
                known -> findings.addAll(known.findings(asset, device)),
                () -> findings.add(
                        "Die Art „%s“ gibt es nicht; bekannt sind %s.".formatted(asset.art(), kinds.names())));
        if (types.find(device.typ()).isEmpty()) {
            findings.add("Den Gerätetyp „%s“ gibt es nicht.".formatted(device.typ()));
        }
        devices.asset(asset.id())
                .filter(known -> !known.art().equals(asset.art()))
                .ifPresent(known -> findings.add("%s ist von der Art „%s“ und kann nicht von der Art „%s“ werden."
                        .formatted(asset.id(), known.art(), asset.art())));
        if (findings.isEmpty()) {
            findings.addAll(mount(asset, device, ersetzt));
        }
        return findings;
    }

    private List<String> mount(Asset asset, Device device, @Nullable DevEui ersetzt) {
        devices.store(asset);
        var current = devices.current(device.devEui());
        if (current.isPresent() && !current.get().assetId().equals(asset.id())) {
            return List.of("Der Sensor %s ist schon an %s im Einsatz."
                    .formatted(device.devEui(), current.get().assetId()));
        }
        if (ersetzt != null) {
            var old = devices.current(ersetzt).filter(found -> found.assetId().equals(asset.id()));
            if (old.isEmpty()) {
                return List.of("Der Sensor %s, der ersetzt werden soll, ist nicht an %s im Einsatz."
                        .formatted(ersetzt, asset.id()));
            }
            if (!devices.end(ersetzt, device.gueltigAb())) {
                return List.of("Der Sensor %s ist erst seit %s im Einsatz und kann nicht schon am %s ersetzt werden."
                        .formatted(ersetzt, old.get().gueltigAb(), device.gueltigAb()));
            }
        }
        if (current.isPresent()) {
            devices.update(current.get(), device);
        } else if (devices.overlaps(device)) {
            return List.of("Der Sensor %s war am %s oder danach schon an einem anderen Objekt im Einsatz."
                    .formatted(device.devEui(), device.gueltigAb()));
        } else {
            devices.insert(device);
        }
        protokoll.write(
                null,
                handlung(device.devEui(), current.isPresent() ? Aktion.GEAENDERT : Aktion.ANGELEGT)
                        .with("asset", ersetzt == null ? null : ersetzt.value(), asset.id()));
        return List.of();
    }

    private static Handlung handlung(DevEui devEui, Aktion aktion) {
        return new Handlung(Objektart.SENSOR, devEui, aktion);
    }

    @Override
    public Optional<Asset> asset(String id) {
        return devices.asset(id);
    }

    @Override
    public List<Asset> search(String text, @Nullable String art, int limit, int offset) {
        return devices.search(text, art, limit, offset);
    }

    @Override
    public List<Device> devices(String assetId) {
        return devices.ofAsset(assetId);
    }

    @Override
    public Optional<Device> device(DevEui devEui, Instant at) {
        return devices.of(List.of(devEui)).stream()
                .filter(device -> device.isValidAt(at))
                .findFirst();
    }
}
