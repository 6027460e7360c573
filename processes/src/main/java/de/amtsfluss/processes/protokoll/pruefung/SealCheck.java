package de.amtsfluss.processes.protokoll.pruefung;

import de.amtsfluss.processes.Siegel;
import de.amtsfluss.processes.protokoll.siegel.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies seals by themselves: each whole, and each after the one before. */
final class SealCheck {

    private final String source;
    private final List<Siegel> seals = new ArrayList<>();

    private SealCheck(String source) {
        this.source = source;
    }

    /**
     * Reads the seals of a file.
     *
     * @throws Unsound if one does not fit
     */
    static List<Siegel> of(Path file) throws IOException {
        var check = new SealCheck(file.getFileName().toString());
        new LineReader(file).read(Siegel.class, check::add);
        return Collections.unmodifiableList(check.seals);
    }

    private void add(Siegel seal) {
        var last = seals.isEmpty() ? null : seals.getLast();
        expect(seal, "number", last == null ? 1L : last.nummer() + 1, seal.nummer());
        if (last != null) {
            expect(seal, "day", last.tag().plusDays(1), seal.tag());
        }
        expect(seal, "hash of the seal before", last == null ? Tag.genesis() : last.hash(), seal.vorher());
        expect(seal, "hash by its content", Tag.hash(seal), seal.hash());
        seals.add(seal);
    }

    private void expect(Siegel seal, String what, Object expected, @Nullable Object found) {
        if (!expected.equals(found)) {
            throw new Unsound("%s, seal %d of %s: expected %s %s, but it says %s"
                    .formatted(source, seal.nummer(), seal.tag(), what, expected, found));
        }
    }
}
