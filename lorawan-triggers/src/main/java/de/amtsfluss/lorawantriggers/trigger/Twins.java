package de.amtsfluss.lorawantriggers.trigger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.amtsfluss.lorawantriggers.trigger.TwinRows.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedCollection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Twins, read and written many at a time. What was read or written last is remembered and used as long as its row is
 * still the same, which is asked under the lock: a row is read anew only if somebody else has written it.
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
     * Reads twins and keeps others from working on them until the end of the transaction. The locks are taken in one
     * order by all, so that nobody waits for each other.
     */
    Map<String, Twin> lock(Collection<String> subjects) {
        var ids = subjects.stream().distinct().sorted().toArray(String[]::new);
        rows.lock(ids);
        var known = new HashMap<String, Twin>();
        var changed = new ArrayList<String>();
        rows.versions(ids).forEach((subject, version) -> {
            var last = remembered.getIfPresent(subject);
            if (last != null && last.version().equals(version)) {
                known.put(subject, last.twin());
            } else {
                changed.add(subject);
            }
        });
        if (!changed.isEmpty()) {
            rows.read(changed).forEach(row -> {
                remembered.put(row.twin().subject(), row);
                known.put(row.twin().subject(), row.twin());
            });
        }
        return known;
    }

    /** Reads twins; who does not lock them must not save them. */
    List<Twin> read(Collection<String> subjects) {
        return rows.read(subjects).stream().map(Row::twin).toList();
    }

    /**
     * Keeps twins that are locked. If the transaction is rolled back, what is remembered of them by then has a version
     * that no row ever has.
     */
    void save(SequencedCollection<Twin> twins) {
        if (twins.isEmpty()) {
            return;
        }
        var bySubject = twins.stream().collect(Collectors.toMap(Twin::subject, Function.identity()));
        var written = new HashMap<String, String>();
        write(twins.stream().filter(this::hasSameSender).toList(), rows::updateNews, written);
        write(without(written, twins), rows::update, written);
        write(without(written, twins), rows::insert, written);
        written.forEach((subject, version) ->
                remembered.put(subject, new Row(Objects.requireNonNull(bySubject.get(subject)), version)));
    }

    private static List<Twin> without(Map<String, String> written, Collection<Twin> twins) {
        return twins.stream()
                .filter(twin -> !written.containsKey(twin.subject()))
                .toList();
    }

    private static void write(
            List<Twin> twins, Function<List<Twin>, Map<String, String>> statement, Map<String, String> written) {
        if (!twins.isEmpty()) {
            written.putAll(statement.apply(twins));
        }
    }

    /** What is remembered of a twin that is locked is what its row has. */
    private boolean hasSameSender(Twin twin) {
        var link = twin.link();
        var last = remembered.getIfPresent(twin.subject());
        var before = last == null ? null : last.twin().link();
        return link != null && before != null && link.hasSenderOf(before);
    }
}
