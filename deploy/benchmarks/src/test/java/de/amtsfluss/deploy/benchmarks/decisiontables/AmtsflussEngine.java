package de.amtsfluss.deploy.benchmarks.decisiontables;

import com.zaxxer.hikari.HikariDataSource;
import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Our service, started by its Spring configuration for each table, with the table as a file of the class path. */
final class AmtsflussEngine implements Engine {

    private final HikariDataSource database = Database.pool("public");
    private final List<AnnotationConfigApplicationContext> contexts = new ArrayList<>();

    private DecisionTables service(ComparedTable table) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        contexts.add(context);
        context.setClassLoader(classPath(table));
        context.registerBean(DataSource.class, () -> database);
        context.scan("de.amtsfluss.decisiontables");
        context.refresh();
        return context.getBean(DecisionTables.class);
    }

    private static ClassLoader classPath(ComparedTable table) {
        try {
            Path root = Files.createTempDirectory("compared-table");
            Path folder = Files.createDirectories(root.resolve("tables").resolve("benchmarks"));
            Files.write(folder.resolve(table.id() + ".dmn"), TableFile.feel(table));
            return new URLClassLoader(new URL[] {root.toUri().toURL()}, AmtsflussEngine.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write table '%s', but it failed".formatted(table), e);
        }
    }

    @Override
    public Decision decision(ComparedTable table) {
        DecisionTables tables = service(table);
        DecisionId id = new DecisionId(table.id());
        List<Map<String, Object>> questions = table.questions();
        return new Decision() {
            @Override
            public Object evaluate(int question) {
                return tables.evaluate(id, questions.get(question));
            }

            @Override
            public Map<String, Object> outputs(Object result) {
                return switch ((DecisionResult) result) {
                    case DecisionResult.Decided decided -> decided.single();
                    case DecisionResult.NotDecided not -> throw new IllegalStateException(not.sentence());
                };
            }
        };
    }

    @Override
    public void close() {
        contexts.forEach(AnnotationConfigApplicationContext::close);
        database.close();
    }
}
