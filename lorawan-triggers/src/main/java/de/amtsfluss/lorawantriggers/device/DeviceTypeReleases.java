package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.device.DeviceTypeStore.Kept;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes device types known while the application runs. A release holds at once in the copy of the application that made
 * it and within seconds in all others; it goes before a type of the same name that comes with the software.
 *
 * <p>Who may release is for the caller to decide.
 */
@Component
public final class DeviceTypeReleases {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceTypeReleases.class);

    private final DeviceTypes types;
    private final DeviceTypeCheck check;
    private final DeviceTypeStore store;
    private final TransactionTemplate transaction;
    private final Protokoll protokoll;
    private volatile long mark;

    DeviceTypeReleases(
            DeviceTypes types,
            DeviceTypeCheck check,
            DeviceTypeStore store,
            TransactionTemplate transaction,
            Protokoll protokoll) {
        this.types = types;
        this.check = check;
        this.store = store;
        this.transaction = transaction;
        this.protokoll = protokoll;
        refresh();
    }

    /** What became of a release. */
    public sealed interface Release {

        /**
         * The type is known, or would be.
         *
         * @param type its name
         * @param version its version; the present one if the files say the same
         */
        record Accepted(String type, int version) implements Release {}

        /**
         * Nothing changed.
         *
         * @param findings all that is wrong with the files, in English
         */
        record Refused(List<String> findings) implements Release {}
    }

    /**
     * Says what a release would do, and keeps nothing. The examples run in the sandbox.
     *
     * @param files the type
     */
    public Release rehearse(DeviceTypeFiles files) {
        var findings = check.findings(files);
        return findings.isEmpty()
                ? new Release.Accepted(files.name(), next(files).version())
                : new Release.Refused(findings);
    }

    /**
     * Releases a type, if its examples show that it does what they say.
     *
     * @param files the type
     * @param akteur who releases it
     */
    public Release release(DeviceTypeFiles files, Akteur akteur) {
        var findings = check.findings(files);
        if (!findings.isEmpty()) {
            return new Release.Refused(findings);
        }
        var kept = Objects.requireNonNull(transaction.execute(status -> keep(files, akteur)));
        types.adopt(kept.files(), kept.version());
        return new Release.Accepted(files.name(), kept.version());
    }

    private Kept keep(DeviceTypeFiles files, Akteur akteur) {
        store.lock();
        var before = store.latest(files.name());
        var kept = next(files);
        if (before.isPresent() && before.get().version() == kept.version()) {
            return kept;
        }
        store.keep(kept, akteur.kennung());
        var handlung = new Handlung(
                Objektart.GERAETETYP, files.name(), before.isPresent() ? Aktion.GEAENDERT : Aktion.ANGELEGT);
        protokoll.write(
                Handelnder.person(akteur),
                null,
                handlung.with(
                        "version",
                        before.map(one -> String.valueOf(one.version())).orElse(null),
                        String.valueOf(kept.version())));
        return kept;
    }

    /** The same files again are no new version. */
    private Kept next(DeviceTypeFiles files) {
        return store.latest(files.name())
                .map(latest -> latest.files().equals(files) ? latest : new Kept(files, latest.version() + 1))
                .orElse(new Kept(files, 1));
    }

    /** Takes over what was released by other copies of the application since. */
    void refresh() {
        var now = store.mark();
        if (now == mark) {
            return;
        }
        for (var kept : store.latest()) {
            try {
                types.adopt(kept.files(), kept.version());
            } catch (IllegalStateException e) {
                // Of newer software; the one that is known stays.
                LOG.warn(
                        "Expected to use version {} of {}, but: {}",
                        kept.version(),
                        kept.files().name(),
                        e.getMessage());
            }
        }
        mark = now;
    }
}
