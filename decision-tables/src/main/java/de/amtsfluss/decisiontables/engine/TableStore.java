package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.TableVersion;
import de.amtsfluss.decisiontables.TableVersion.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flowable.dmn.api.DmnDecision;
import org.flowable.dmn.api.DmnDeployment;
import org.flowable.dmn.api.DmnDeploymentBuilder;
import org.flowable.dmn.api.DmnRepositoryService;

/**
 * Keeps every version of every file in PostgreSQL, by Flowable's deployments.
 *
 * <p>Flowable reads each DMN file it keeps, counts versions by decision, and knows neither all of DMN nor its newer
 * versions. So it gets the file by a name that it does not read, and beside it a decision called like the file, which
 * is never run and carries the version.
 */
final class TableStore {

    /** Flowable reads what ends with {@code .dmn}. */
    private static final String KEPT = ".kept";

    /** Begins the category of a deployment that somebody released; his or her login name follows. */
    private static final String RELEASED = "released:";

    private static final byte[] NOTHING = {};

    private final LockedRepository locked;

    TableStore(DataSource application) {
        this.locked = new LockedRepository(application);
    }

    /** A version of a file as it was kept, called after its key. */
    record Kept(TableFile file, TableVersion version) {

        int number() {
            return version.version();
        }

        boolean saysTheSameAs(TableFile other) {
            return Arrays.equals(file.bytes(), other.bytes());
        }

        /** A file of the software does not take the place of what somebody released. */
        private boolean isSupersededBy(TableFile delivered) {
            return !saysTheSameAs(delivered) && version.origin() instanceof Origin.Delivered;
        }
    }

    /**
     * What is current in the database.
     *
     * @param mark counts what was kept; when it is the same, nothing has changed
     * @param latest the latest version of each key
     */
    record Stand(long mark, Map<String, Kept> latest) {}

    /**
     * Keeps the files of the software as new versions, where they differ from the latest; a release stays the latest.
     * One replica at a time.
     *
     * @return what is current then
     */
    Stand keep(Collection<TableFile> files) {
        return locked.work(repository -> {
            files.forEach(file -> deliver(repository, file));
            return stand(repository);
        });
    }

    /**
     * Keeps released files, all or none.
     *
     * @param files the files by their names, which are their keys with suffix
     * @param mark the stand of which the caller knows
     * @return empty when something was kept since
     */
    Optional<Stand> release(Map<String, byte[]> files, long mark, String by) {
        return locked.work(repository -> {
            if (mark(repository) != mark) {
                return Optional.empty();
            }
            if (!files.isEmpty()) {
                deploy(repository, files, RELEASED + by);
            }
            return Optional.of(stand(repository));
        });
    }

    /** Reads what is current. */
    Stand stand() {
        return locked.work(TableStore::stand);
    }

    /** Counts what was kept, by one short query. */
    long mark() {
        return locked.count("act_dmn_deployment");
    }

    /** Returns all versions of a key, the newest first. */
    List<TableVersion> versions(String key) {
        return locked.work(repository ->
                repository.createDecisionQuery().decisionKey(key).orderByDecisionVersion().desc().list().stream()
                        .map(decision -> version(repository, decision))
                        .toList());
    }

    /** Returns a version of a key; empty when there is none. */
    Optional<Kept> version(String key, int number) {
        return locked.work(repository -> Optional.ofNullable(repository
                        .createDecisionQuery()
                        .decisionKey(key)
                        .decisionVersion(number)
                        .singleResult())
                .map(decision -> kept(repository, decision)));
    }

    private static long mark(DmnRepositoryService repository) {
        return repository.createDeploymentQuery().count();
    }

    private static Stand stand(DmnRepositoryService repository) {
        Map<String, Kept> latest = new HashMap<>();
        long mark = mark(repository);
        repository
                .createDecisionQuery()
                .latestVersion()
                .list()
                .forEach(decision -> latest.put(decision.getKey(), kept(repository, decision)));
        return new Stand(mark, latest);
    }

    private static Optional<Kept> latest(DmnRepositoryService repository, String stem) {
        return Optional.ofNullable(repository
                        .createDecisionQuery()
                        .decisionKey(stem)
                        .latestVersion()
                        .singleResult())
                .map(decision -> kept(repository, decision));
    }

    private static Kept kept(DmnRepositoryService repository, DmnDecision decision) {
        String deployment = decision.getDeploymentId();
        // Before files could have several decisions, they were kept as Flowable's own.
        String resource = repository.getDeploymentResourceNames(deployment).stream()
                .filter(name ->
                        name.endsWith(KEPT) && file(name, NOTHING).stem().equals(decision.getKey()))
                .findFirst()
                .orElse(decision.getResourceName());
        try (InputStream content = repository.getResourceAsStream(deployment, resource)) {
            return new Kept(file(resource, content.readAllBytes()), version(repository, decision));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read '%s', but it failed".formatted(resource), e);
        }
    }

    private static TableFile file(String resource, byte[] content) {
        return new TableFile(
                resource.endsWith(KEPT) ? resource.substring(0, resource.length() - KEPT.length()) : resource, content);
    }

    private static TableVersion version(DmnRepositoryService repository, DmnDecision decision) {
        DmnDeployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(decision.getDeploymentId())
                .singleResult();
        String category = Objects.requireNonNullElse(deployment.getCategory(), "");
        return new TableVersion(
                new DecisionId(decision.getKey()),
                decision.getVersion(),
                deployment.getDeploymentTime().toInstant(),
                category.startsWith(RELEASED)
                        ? new Origin.Released(category.substring(RELEASED.length()))
                        : new Origin.Delivered());
    }

    private static void deliver(DmnRepositoryService repository, TableFile file) {
        Optional<Kept> latest = latest(repository, file.stem());
        if (latest.isEmpty() || latest.get().isSupersededBy(file)) {
            deploy(repository, Map.of(file.name(), file.bytes()), "");
        }
    }

    private static void deploy(DmnRepositoryService repository, Map<String, byte[]> files, String category) {
        TableCompiler.alone(() -> {
            DmnDeploymentBuilder deployment = repository
                    .createDeployment()
                    .name(String.join(", ", files.keySet()))
                    .category(category)
                    .disableSchemaValidation();
            files.forEach((name, content) -> {
                TableFile file = new TableFile(name, content);
                deployment
                        .addDmnBytes(file.name() + KEPT, file.bytes())
                        .addString(file.stem() + ".counted.dmn", counted(file.stem()));
            });
            return deployment.deploy();
        });
    }

    private static String counted(String stem) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="https://amtsfluss.de">
                  <decision id="%s"><decisionTable/></decision>
                </definitions>
                """.formatted(stem);
    }
}
