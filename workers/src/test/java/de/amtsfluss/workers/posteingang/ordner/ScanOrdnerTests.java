package de.amtsfluss.workers.posteingang.ordner;

import static de.amtsfluss.workers.posteingang.Poststelle.about;
import static de.amtsfluss.workers.posteingang.Poststelle.inhalt;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Transfervermerk.Qualitaetssicherung;
import de.amtsfluss.workers.notifications.NotificationsTest;
import de.amtsfluss.workers.notifications.Uhr;
import de.amtsfluss.workers.posteingang.Poststelle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans in a folder become post on a real database. */
@NotificationsTest
class ScanOrdnerTests {

    private final Posteingaenge posteingaenge;
    private final Uhr uhr;

    /** Of this test only. */
    private final String betreff = "Scan " + UUID.randomUUID();

    @TempDir
    Path folder = Path.of("");

    ScanOrdnerTests(Posteingaenge posteingaenge, Uhr uhr) {
        this.posteingaenge = posteingaenge;
        this.uhr = uhr;
    }

    @Test
    void aScanIsTakenWithItsSheetOnceItIsFinished() throws IOException {
        var scan = scan("brief.txt", "Erste Seite");
        var ordner = ordner(posteingaenge);
        ordner.run();
        Files.writeString(scan, "Erste und zweite Seite");
        ordner.run();
        assertThat(about(posteingaenge, betreff)).isEmpty();

        ordner.run();
        ordner.run();

        assertThat(about(posteingaenge, betreff)).singleElement().satisfies(post -> {
            assertThat(post.kanal()).isEqualTo(Kanal.BRIEF);
            assertThat(post.eingegangenAm()).isEqualTo(LocalDate.of(2026, 11, 20));
            var note = Objects.requireNonNull(inhalt(post).transfervermerk());
            assertThat(note.scanner()).isEqualTo("Scanner 1");
            assertThat(note.qualitaetssicherung()).isEqualTo(Qualitaetssicherung.BESTANDEN);
            assertThat(names("erledigt"))
                    .containsExactly(post.eingangsnummer() + "_brief.txt", post.eingangsnummer() + "_brief.txt.json");
        });
        assertThat(names(".")).containsExactly("erledigt");
    }

    @Test
    void aKillBetweenKeepingAndMovingTakesTheScanOnce() throws IOException {
        scan("brief.txt", "Inhalt " + betreff);
        var killed = ordner(Poststelle.killedAfterKeeping(posteingaenge));
        killed.run();
        killed.run();
        assertThat(about(posteingaenge, betreff)).hasSize(1);
        assertThat(names(".")).contains("brief.txt");

        look();

        assertThat(about(posteingaenge, betreff))
                .singleElement()
                .satisfies(post -> assertThat(names("erledigt")).contains(post.eingangsnummer() + "_brief.txt"));

        scan("brief.txt", "Inhalt " + betreff);
        look();

        assertThat(about(posteingaenge, betreff))
                .hasSize(2)
                .filteredOn(again -> again.wiederholungVon() != null)
                .hasSize(1);
    }

    @Test
    void whatCannotBeTakenGoesAsideWithItsReasonAndWhatIsNoScanStays() throws IOException {
        scan("spiel.exe", "MZ\0\1\2");
        scan("brief.txt", "Guter Brief");
        Files.writeString(folder.resolve("brief.txt.json"), "{ kaputt");
        Files.writeString(folder.resolve("halb.pdf.part"), "%PDF");
        Files.writeString(folder.resolve(".versteckt.pdf"), "%PDF");
        Files.createSymbolicLink(folder.resolve("fremd.txt"), Path.of("/etc/hostname"));
        Files.createDirectory(folder.resolve("unterordner.pdf"));

        look();

        assertThat(about(posteingaenge, betreff)).isEmpty();
        assertThat(names(".")).contains("halb.pdf.part", ".versteckt.pdf", "fremd.txt", "unterordner.pdf", "fehler");
        assertThat(names("fehler"))
                .hasSize(6)
                .anyMatch(name -> name.endsWith("_spiel.exe.grund.txt"))
                .anyMatch(name -> name.endsWith("_brief.txt.grund.txt"));
        assertThat(reason("_spiel.exe.grund.txt")).contains("Diese Art von Datei wird nicht angenommen");
        assertThat(reason("_brief.txt.grund.txt")).contains("Begleitblatt");
    }

    private void look() {
        var ordner = ordner(posteingaenge);
        ordner.run();
        ordner.run();
    }

    private ScanOrdner ordner(Posteingaenge register) {
        return new ScanOrdner(new ScanOrdnerProperties(folder), register, uhr);
    }

    /** A scan with its sheet. */
    private Path scan(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), """
                {"eingegangenAm": "2026-11-20", "betreff": "%s", "transfervermerk": {"ersteller": "pia.musterfrau",
                 "stelle": "Scanstelle", "scanner": "Scanner 1", "profil": "Standard", "dpi": 300,
                 "gescanntAm": "2026-11-20T08:00:00Z", "auffaelligkeiten": "", "qualitaetssicherung": "BESTANDEN",
                 "uebereinstimmung": true, "vollstaendig": true}}""".formatted(betreff));
        return Files.writeString(folder.resolve(name), content);
    }

    private List<String> names(String in) {
        try (var files = Files.list(folder.resolve(in))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String reason(String ending) throws IOException {
        var name = names("fehler").stream()
                .filter(candidate -> candidate.endsWith(ending))
                .findFirst()
                .orElseThrow();
        return Files.readString(folder.resolve("fehler").resolve(name));
    }
}
