package de.amtsfluss.forms;

import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.DecisionTrials.Trial;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** The real tables about Bekanntgabe and Rechtsbehelf, tried without the database that keeps versions. */
final class RechtsamtTables {

    private RechtsamtTables() {}

    static DecisionTables load() {
        var context = new AnnotationConfigApplicationContext();
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.scan("de.amtsfluss.decisiontables");
        context.refresh();
        var files = List.of(file("bekanntgabe"), file("rechtsbehelf"));
        return switch (context.getBean(DecisionTrials.class).of(files, Strictness.OFFICE)) {
            case Trial.Ready ready -> ready.tables();
            case Trial.Refused refused ->
                throw new IllegalStateException("Expected the tables to be sound, but " + refused.findings());
        };
    }

    private static DmnFile file(String name) {
        try {
            var file = new ClassPathResource("tables/rechtsbehelf/%s.dmn".formatted(name));
            return new DmnFile(name + ".dmn", file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
