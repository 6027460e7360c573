package de.amtsfluss.workers.notifications.print;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Druckauftraege;
import de.amtsfluss.processes.Druckauftraege.Outcome;
import de.amtsfluss.processes.Druckauftrag;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Versendung.Zustand;
import de.amtsfluss.workers.notifications.Amt;
import de.amtsfluss.workers.notifications.NotificationsTest;
import de.amtsfluss.workers.notifications.Post;
import de.amtsfluss.workers.notifications.Uhr;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters on their way through the mail room. */
@NotificationsTest
class PrintQueueTests {

    private final Amt amt;
    private final Druckauftraege druckauftraege;
    private final Dokumente dokumente;
    private final PrintFolder folder;
    private final PrintRepository repository;
    private final PrintedCopies copies;
    private final Uhr uhr;

    PrintQueueTests(
            Amt amt,
            Druckauftraege druckauftraege,
            Dokumente dokumente,
            PrintFolder folder,
            PrintRepository repository,
            PrintedCopies copies,
            Uhr uhr) {
        this.amt = amt;
        this.druckauftraege = druckauftraege;
        this.dokumente = dokumente;
        this.folder = folder;
        this.repository = repository;
        this.copies = copies;
        this.uhr = uhr;
    }

    /** Whatever other tests have left. */
    @BeforeEach
    void emptyQueue() {
        uhr.forward(Duration.ofDays(1));
        druckauftraege.create(Amt.MAIL_ROOM);
    }

    @Test
    void aBatchHasASheetForTheWindowAndThePagesOfEachLetter() throws IOException {
        var first = amt.vorgang(Amt.person("Erika Musterfrau", Versandweg.BRIEF, null, null));
        var second = amt.vorgang(Amt.person("Max\r\nMustermann", Versandweg.BRIEF, null, null));
        amt.deliver(first);
        uhr.forward(Duration.ofSeconds(1));
        amt.send(second, "eingang", "antragsteller", Map.of("dauer", "zwei Wochen"))
                .run();

        var batch = create();

        assertThat(batch.briefe()).isEqualTo(2);
        assertThat(batch.seiten()).isEqualTo(5);
        var pages = pages(batch.id());
        assertThat(pages).hasSize(5);
        assertThat(pages.get(0))
                .contains(
                        "Erika Musterfrau\nMusterstraße 1\n33602 Bielefeld",
                        "Brief 1 von 2",
                        "Aktenzeichen: " + first.aktenzeichen(),
                        "Seiten ohne Trennblatt: 2");
        assertThat(pages.get(1)).contains("Bescheid " + first.aktenzeichen() + " Seite 1");
        assertThat(pages.get(2)).contains("Seite 2");
        assertThat(pages.get(3)).contains("Max Mustermann\nMusterstraße 1", "Brief 2 von 2");
        assertThat(pages.get(4)).contains("zwei Wochen", second.aktenzeichen(), "Max Mustermann");
        assertThat(dokumente.of(second.id()))
                .as("the letter is in the file")
                .singleElement()
                .satisfies(letter -> assertThat(letter.abgelegtAm()).isNotNull());
    }

    @Test
    void theAddressStandsInTheWindow() throws IOException {
        var longName = "Erika Musterfrau-Mustermann ".repeat(6) + "M".repeat(60);
        amt.deliver(amt.vorgang(Amt.person(longName, Versandweg.BRIEF, null, null)));

        var lines = new ArrayList<List<TextPosition>>();
        try (var document = Loader.loadPDF(content(create().id()))) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    lines.add(List.copyOf(positions));
                }
            };
            stripper.setEndPage(1);
            stripper.getText(document);
        }

        var millimetre = 72 / 25.4;
        var window = lines.stream()
                .filter(line -> line.getFirst().getY() / millimetre < 105)
                .toList();
        assertThat(window).hasSizeBetween(3, 6).allSatisfy(line -> {
            assertThat(line.getFirst().getX() / millimetre).isBetween(20.0, 30.0);
            assertThat(line.getLast().getEndX() / millimetre).isLessThan(105);
            assertThat(line.getFirst().getY() / millimetre).isBetween(62.7, 90.0);
        });
        assertThat(lines).hasSizeGreaterThan(window.size());
    }

    @Test
    void theDayOfThePostIsThatOfEachLetterAndCountsOnce() {
        var sent = amt.deliver(amt.vorgang(Amt.person(Versandweg.BRIEF)));
        var other = amt.deliver(amt.vorgang(Amt.person(Versandweg.BRIEF)));
        var batch = create();
        var day = today();
        assertThat(druckauftraege.create(Amt.MAIL_ROOM)).isInstanceOf(Outcome.Nothing.class);
        assertThat(druckauftraege.confirm(batch.id(), day, Amt.CLERK)).isInstanceOf(Outcome.NotFound.class);
        assertThat(druckauftraege.confirm(UUID.randomUUID(), day, Amt.MAIL_ROOM))
                .isInstanceOf(Outcome.NotFound.class);
        assertThat(druckauftraege.confirm(batch.id(), day.minusDays(1), Amt.MAIL_ROOM))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(druckauftraege.confirm(batch.id(), day.plusDays(1), Amt.MAIL_ROOM))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(amt.messages(sent.id())).isEmpty();
        uhr.forward(Duration.ofDays(1));

        for (var repeat = 0; repeat < 2; repeat++) {
            assertThat(druckauftraege.confirm(batch.id(), day, Amt.MAIL_ROOM)).isInstanceOf(Outcome.Done.class);
        }

        assertThat(druckauftraege.confirm(batch.id(), day.plusDays(1), Amt.MAIL_ROOM))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(amt.messages(sent.id())).containsExactly(day + " BRIEF");
        assertThat(amt.messages(other.id())).containsExactly(day + " BRIEF");
    }

    @Test
    void aLetterThatCannotBePrintedWaitsAndHoldsUpNobody() {
        var person = Amt.person(Versandweg.BRIEF);
        var moved = amt.vorgang(person);
        amt.deliver(moved);
        amt.changed(moved, Amt.withoutAnschrift(person));
        var erased = amt.vorgang(person);
        amt.deliver(erased);
        amt.changed(erased);
        var odd = amt.vorgang(person);
        amt.deliver(
                        odd,
                        amt.filed(odd, "application/pdf", "%PDF-1.7 kaputt".getBytes(StandardCharsets.US_ASCII)),
                        Map.of())
                .run();
        var text = amt.vorgang(person);
        amt.deliver(text, amt.filed(text, "text/plain", new byte[] {65}), Map.of())
                .run();
        var fine = amt.vorgang(person);
        amt.deliver(fine);

        var batch = create();

        assertThat(batch.briefe()).isEqualTo(1);
        assertThat(amt.versendungen(fine)).extracting(Versendung::zustand).containsExactly(Zustand.IM_DRUCK);
        for (var waiting : Map.of(
                        moved, "keine Anschrift", odd, "PDF nicht lesbar", erased, "niemand", text, "kein PDF")
                .entrySet()) {
            assertThat(amt.versendungen(waiting.getKey())).singleElement().satisfies(letter -> {
                assertThat(letter.zustand()).isEqualTo(Zustand.VORGEMERKT);
                assertThat(letter.fehler()).isEqualTo(waiting.getValue());
            });
        }
        assertThat(druckauftraege.waiting(Amt.MAIL_ROOM).fehlerhaft()).isGreaterThanOrEqualTo(3);
        amt.changed(moved, person);
        uhr.forward(Duration.ofMinutes(5));
        assertThat(create().briefe()).isEqualTo(1);
    }

    @Test
    void othersSeeNothingOfTheQueue() {
        amt.deliver(amt.vorgang(Amt.person(Versandweg.BRIEF)));
        assertThat(druckauftraege.create(Amt.CLERK)).isInstanceOf(Outcome.NotFound.class);
        var batch = create();

        assertThat(druckauftraege.list(Amt.CLERK)).isEmpty();
        assertThat(druckauftraege.pdf(batch.id(), Amt.CLERK)).isEmpty();
        assertThat(druckauftraege.waiting(Amt.CLERK).gesamt()).isZero();
        assertThat(druckauftraege.list(Amt.MAIL_ROOM)).contains(batch);
    }

    @Test
    void theFolderGetsEachBatchWholeAndAgainIfItWasNotNoted() throws IOException {
        amt.deliver(amt.vorgang(Amt.person(Versandweg.BRIEF)));
        var batch = create();
        var file = Post.FOLDER.resolve("druckauftrag-%s-%s.pdf"
                .formatted(today(), batch.id().toString().substring(0, 8)));
        Files.createDirectories(Post.FOLDER);
        Files.writeString(file, "half written before the application died");

        folder.writeMissing();

        assertThat(file).hasBinaryContent(content(batch.id()));
        assertThat(Post.FOLDER).isDirectoryNotContaining("glob:**.unfertig");
        Files.delete(file);
        folder.writeMissing();
        assertThat(file).as("what the printer took away does not come again").doesNotExist();
    }

    @Test
    void theContentIsForgottenSomeTimeAfterItWasPosted() {
        amt.deliver(amt.vorgang(Amt.person(Versandweg.BRIEF)));
        var posted = create();
        druckauftraege.confirm(posted.id(), today(), Amt.MAIL_ROOM);
        amt.deliver(amt.vorgang(Amt.person(Versandweg.BRIEF)));
        var printed = create();

        repository.forgetContent(today().plusDays(1));

        assertThat(druckauftraege.pdf(posted.id(), Amt.MAIL_ROOM)).isEmpty();
        assertThat(druckauftraege.pdf(printed.id(), Amt.MAIL_ROOM)).isPresent();
    }

    @Test
    void theBatchWithALetterOfAnErasedVorgangLosesItsContent() {
        var vorgang = amt.vorgang(Amt.person(Versandweg.BRIEF));
        amt.deliver(vorgang);
        var batch = create();
        amt.deliver(amt.vorgang(Amt.person(Versandweg.BRIEF)));
        var other = create();

        copies.erase(
                vorgang.id(),
                amt.versendungen(vorgang).stream().map(Versendung::id).collect(Collectors.toSet()));

        assertThat(druckauftraege.pdf(batch.id(), Amt.MAIL_ROOM)).isEmpty();
        assertThat(druckauftraege.pdf(other.id(), Amt.MAIL_ROOM)).isPresent();
    }

    private Druckauftrag create() {
        return ((Outcome.Done) druckauftraege.create(Amt.MAIL_ROOM)).druckauftrag();
    }

    private byte[] content(UUID id) {
        return druckauftraege.pdf(id, Amt.MAIL_ROOM).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(uhr.instant(), ZoneId.of("Europe/Berlin"));
    }

    private List<String> pages(UUID id) throws IOException {
        var pages = new ArrayList<String>();
        try (var document = Loader.loadPDF(content(id))) {
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setLineSeparator("\n");
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }
}
