package de.amtsfluss.lorawantriggers.trigger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.amtsfluss.lorawantriggers.trigger.TwinRows.Row;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Twins, read and written many at a time. What was read or written last is remembered, with the version of its row: who
 * writes a twin says on which version it builds, so that what somebody else has written meanwhile is never overwritten.
 */
@Component
class Twins {

    /** More than report within some minutes in a city; about 1.5 KB each. */
    private static final int REMEMBERED = 30_000;

    private final TwinRows rows;
    private final Cache<String, Row> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Twins(TwinRows rows) {
        this.rows = rows;
    }

    /**
     * Twins as they were read.
     *
     * @param rows those that there are, by their subjects
     */
    record Known(Map<String, Row> rows) {

        /** Those that there are. */
        List<Twin> twins() {
            return rows.values().stream().map(Row::twin).toList();
        }

        /** One of those that were asked for, initial if there is none. */
        Twin twin(String subject) {
            var row = rows.get(subject);
            return row == null ? Twin.initial(subject) : row.twin();
        }
    }

    /**
     * Twins as they are remembered or, if they are not, lie in their rows. Nobody is kept from working on them, so
     * {@link #save} may refuse; only where one of them is new they are locked.
     */
    Known recall(Set<String> subjects) {
        var known = new HashMap<>(remembered.getAllPresent(subjects));
        read(subjects, known);
        return known.size() == subjects.size() ? new Known(known) : lock(subjects);
    }

    /**
     * Reads twins and keeps others from working on them until the end of the transaction. The locks are taken in one
     * order by all, so that nobody waits for each other.
     */
    Known lock(Collection<String> subjects) {
        var ids = subjects.stream().distinct().sorted().toArray(String[]::new);
        rows.lock(ids);
        var versions = rows.lockRows(ids);
        var known = new HashMap<String, Row>();
        versions.forEach((subject, version) -> {
            var last = remembered.getIfPresent(subject);
            if (last != null && last.version().equals(version)) {
                known.put(subject, last);
            }
        });
        read(versions.keySet(), known);
        return new Known(known);
    }

    /** Adds what lies in the rows of those that are not known yet. */
    private void read(Set<String> subjects, Map<String, Row> known) {
        var unknown =
                subjects.stream().filter(subject -> !known.containsKey(subject)).toList();
        if (!unknown.isEmpty()) {
            rows.read(unknown).forEach(row -> {
                remembered.put(row.twin().subject(), row);
                known.put(row.twin().subject(), row);
            });
        }
    }

    /** Reads twins; who does not lock them must not save them. */
    List<Twin> read(Collection<String> subjects) {
        return rows.read(subjects).stream().map(Row::twin).toList();
    }

    /**
     * Keeps twins. If the transaction is rolled back, what is remembered of them by then has a version that no row ever
     * has.
     *
     * @param before as they were read in this transaction
     * @throws TwinChangedException if somebody else has written one of them since then, which cannot be while they are
     *     locked; the transaction must be rolled back
     * @throws IllegalStateException if this transaction has written one of them already: both would have its version
     */
    void save(Known before, Collection<Twin> twins) {
        twins.stream()
                // All in one order, so that of two that write the same twins one waits for the other.
                .sorted(Comparator.comparing(Twin::subject))
                .collect(Collectors.groupingBy(
                        twin -> way(before.rows().get(twin.subject()), twin),
                        () -> new EnumMap<>(Way.class),
                        Collectors.toList()))
                .forEach((way, those) -> save(before, way, those));
    }

    private void save(Known before, Way way, List<Twin> twins) {
        var last = twins.stream()
                .flatMap(twin -> Stream.ofNullable(before.rows().get(twin.subject())))
                .toList();
        var written = switch (way) {
            case NEW -> rows.insert(twins);
            case NEWS -> rows.updateNews(twins, last);
            case ALL -> rows.update(twins, last);
        };
        if (written.count() < twins.size()) {
            remembered.invalidateAll(before.rows().keySet());
            throw new TwinChangedException(
                    "Expected %d twins to be as they were read, but somebody has written %d of them since"
                            .formatted(twins.size(), twins.size() - written.count()));
        }
        if (last.stream().anyMatch(row -> row.version().equals(written.version()))) {
            throw new IllegalStateException(
                    "Expected a transaction to write a twin once, but one of %d was written again"
                            .formatted(twins.size()));
        }
        twins.forEach(twin -> remembered.put(twin.subject(), new Row(twin, written.version())));
    }

    private enum Way {
        NEW,
        NEWS,
        ALL
    }

    private static Way way(@Nullable Row before, Twin twin) {
        if (before == null) {
            return Way.NEW;
        }
        var link = twin.link();
        var last = before.twin().link();
        return link != null && last != null && link.hasSenderOf(last) ? Way.NEWS : Way.ALL;
    }

    /** Somebody else has written a twin since it was read. */
    static final class TwinChangedException extends RuntimeException {

        TwinChangedException(String message) {
            super(message);
        }
    }
}
