package de.amtsfluss.processes.aktenplan;

import de.amtsfluss.processes.Aktenplan;
import de.amtsfluss.processes.Aktenplaneinheit;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the Aktenplan. At start, what is delivered with the application is taken over if it is newer. */
@Service
class AktenplanService implements Aktenplan, SmartInitializingSingleton {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final String DELIVERED = "classpath*:aktenplan/*.xml";

    /** A plan of 5,000 units has about three megabytes. */
    private static final int LARGEST = 5_000_000;

    private final AktenplanRepository repository;
    private final Protokoll protokoll;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AktenplanService(
            AktenplanRepository repository, Protokoll protokoll, PlatformTransactionManager transactions, Clock clock) {
        this.repository = repository;
        this.protokoll = protokoll;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(DELIVERED)) {
                deliver(resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deliver(Resource resource) throws IOException {
        switch (AktenplanXml.read(resource.getContentAsByteArray())) {
            case AktenplanDatei.Read.Sound sound -> take(sound.datei(), Handelnder.system("aktenplan"));
            case AktenplanDatei.Read.Unsound unsound ->
                throw new IllegalStateException("Expected a sound Aktenplan in %s, but: %s"
                        .formatted(resource.getFilename(), String.join(" ", unsound.findings())));
        }
    }

    @Override
    public Import load(InputStream xml, Akteur akteur) {
        if (!akteur.releases()) {
            return new Import.NotAllowed();
        }
        return switch (read(xml)) {
            case AktenplanDatei.Read.Sound sound -> take(sound.datei(), Handelnder.person(akteur));
            case AktenplanDatei.Read.Unsound unsound -> new Import.Refused(unsound.findings());
        };
    }

    private static AktenplanDatei.Read read(InputStream xml) {
        try {
            var content = xml.readNBytes(LARGEST + 1);
            return content.length > LARGEST
                    ? new AktenplanDatei.Read.Unsound(List.of("Die Datei ist größer als 5 MB."))
                    : AktenplanXml.read(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read an Aktenplan, but the stream broke off", e);
        }
    }

    private Import take(AktenplanDatei datei, Handelnder wer) {
        return transactions.execute(status -> {
            repository.lock();
            var before = repository.version(datei.bezeichnung());
            if (before.filter(loaded -> new Fassung(loaded).compareTo(new Fassung(datei.version())) >= 0)
                    .isPresent()) {
                return new Import.Refused(
                        List.of("„%s“ ist schon in der Version %s geladen, die nicht älter ist als %s."
                                .formatted(datei.bezeichnung(), before.get(), datei.version())));
            }
            var taken = repository.taken(datei);
            if (!taken.isEmpty()) {
                return new Import.Refused(
                        List.of("Diese Kennzeichen gehören zu einem anderen Aktenplan: " + String.join(", ", taken)));
            }
            repository.replace(datei, clock.instant());
            protokoll.write(
                    wer,
                    null,
                    new Handlung(Objektart.AKTENPLAN, shortened(datei.bezeichnung()), Aktion.GEAENDERT)
                            .with(
                                    "version",
                                    before.map(AktenplanService::shortened).orElse(null),
                                    shortened(datei.version())));
            return new Import.Loaded(
                    datei.bezeichnung(), datei.version(), datei.einheiten().size());
        });
    }

    /** The Protokoll keeps 200 characters. */
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }

    @Override
    public Aktenplaneinheit unit(String kennzeichen) {
        var einheit = repository
                .find(kennzeichen)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected '%s' to be a unit of the Aktenplan, but it has no such unit".formatted(kennzeichen)));
        if (!einheit.isOpenOn(LocalDate.ofInstant(clock.instant(), OFFICE))) {
            throw new IllegalArgumentException(
                    "Expected the unit '%s' of the Aktenplan to be in use, but it is not".formatted(kennzeichen));
        }
        return einheit;
    }

    @Override
    public Optional<Aktenplaneinheit> find(String kennzeichen) {
        return repository.find(kennzeichen);
    }

    @Override
    public List<Aktenplaneinheit> units() {
        return repository.all();
    }
}
