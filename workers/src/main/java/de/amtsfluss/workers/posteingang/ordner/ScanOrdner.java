package de.amtsfluss.workers.posteingang.ordner;

import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.NeuePost.Datei;
import de.amtsfluss.processes.NeuePost.Herkunft;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingaenge.Aufnahme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Registers each scan of a folder and moves it to {@code erledigt} only after that is kept. A scan is taken when two
 * looks in a row find it unchanged, so that none is taken half written. What cannot be taken goes to {@code fehler},
 * with the reason beside it.
 */
@Component
public class ScanOrdner {

    private static final Logger log = LoggerFactory.getLogger(ScanOrdner.class);
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    /** More than any scan that may be taken; the check behind says how large those may be. */
    private static final int LARGEST = 100_000_000;

    /** How programs call what they have not finished. */
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".unfertig", ".filepart");

    private final ScanOrdnerProperties properties;
    private final Posteingaenge posteingaenge;
    private final Clock clock;
    private final Map<Path, Stand> before = new HashMap<>();

    ScanOrdner(ScanOrdnerProperties properties, Posteingaenge posteingaenge, Clock clock) {
        this.properties = properties;
        this.posteingaenge = posteingaenge;
        this.clock = clock;
    }

    /** Takes what lies there finished, if a folder is configured. */
    public synchronized void run() {
        var folder = properties.scanOrdner();
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            var scans = files.filter(ScanOrdner::isScan).sorted().toList();
            before.keySet().retainAll(scans);
            for (var scan : scans) {
                look(scan, new Ablage(folder));
            }
        } catch (IOException e) {
            log.warn("Expected to look into the scan folder, but failed; it is tried again: {}", e.toString());
        }
    }

    private static boolean isScan(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !name.startsWith(".")
                && !name.endsWith(Begleitblatt.ENDING)
                && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    @SuppressWarnings("CatchingUnchecked") // a scan that cannot be kept now must not hold up those behind it
    private void look(Path scan, Ablage ablage) {
        try {
            var now = Stand.of(scan);
            if (now.equals(before.put(scan, now))) {
                take(scan, now, ablage);
            }
        } catch (NoSuchFileException e) {
            before.remove(scan);
        } catch (IOException | RuntimeException e) {
            log.warn("Expected to register a scan, but failed; it is tried again: {}", e.toString());
        }
    }

    private void take(Path scan, Stand stand, Ablage ablage) throws IOException {
        Begleitblatt sheet;
        try {
            sheet = Begleitblatt.read(scan).orElseGet(() -> new Begleitblatt(null, null, null, null, null));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            ablage.refuse(
                    scan, List.of(Objects.requireNonNullElse(e.getMessage(), "Das Begleitblatt ist nicht lesbar.")));
            return;
        }
        switch (posteingaenge.aufnehmen(post(scan, stand, sheet))) {
            case Aufnahme.Aufgenommen taken ->
                ablage.done(scan, taken.posteingang().eingangsnummer());
            case Aufnahme.Wiederholt known ->
                ablage.done(scan, known.posteingang().eingangsnummer());
            case Aufnahme.Abgelehnt not -> ablage.refuse(scan, not.saetze());
            case Aufnahme.NichtErlaubt ignored ->
                throw new IllegalStateException("Expected the system to register scans, but it may not");
        }
    }

    /** Without a sheet the day of the scan counts, since nothing else is known. */
    private NeuePost post(Path scan, Stand stand, Begleitblatt sheet) throws IOException {
        var name = scan.getFileName().toString();
        var id = UUID.randomUUID();
        return new NeuePost(
                id,
                Objects.requireNonNullElse(sheet.kanal(), Kanal.BRIEF),
                Objects.requireNonNullElseGet(sheet.eingegangenAm(), () -> stand.day(clock)),
                null,
                new Herkunft("scan-ordner", "%s %s".formatted(name, stand), null),
                sheet.absender(),
                sheet.betreff(),
                List.of(new Datei(name, null, content(scan))),
                null,
                List.of(),
                sheet.transfervermerk(),
                null);
    }

    private static byte[] content(Path scan) throws IOException {
        try (var stream = Files.newInputStream(scan, LinkOption.NOFOLLOW_LINKS)) {
            return stream.readNBytes(LARGEST);
        }
    }

    /**
     * How a file lies there: the same file, as long as nobody writes to it.
     *
     * @param size its size
     * @param changed when it was changed, in milliseconds
     * @param key what the file system calls it
     */
    private record Stand(long size, long changed, String key) {

        static Stand of(Path file) throws IOException {
            var seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Stand(seen.size(), seen.lastModifiedTime().toMillis(), String.valueOf(seen.fileKey()));
        }

        LocalDate day(Clock clock) {
            var scanned = LocalDate.ofInstant(Instant.ofEpochMilli(changed), OFFICE);
            var today = LocalDate.ofInstant(clock.instant(), OFFICE);
            return scanned.isAfter(today) ? today : scanned;
        }
    }
}
