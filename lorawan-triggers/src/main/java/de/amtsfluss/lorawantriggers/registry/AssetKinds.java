package de.amtsfluss.lorawantriggers.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The kinds of assets, read from {@code assets/*.yaml} on the class path. */
@Component
class AssetKinds {

    private final Map<String, AssetKind> kinds = new TreeMap<>();

    AssetKinds() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:assets/*.yaml")) {
                var kind =
                        AssetKind.read("assets/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
                kinds.put(kind.art(), kind);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the kinds of assets from the class path, but failed", e);
        }
    }

    Optional<AssetKind> find(String art) {
        return Optional.ofNullable(kinds.get(art));
    }

    Set<String> names() {
        return Set.copyOf(kinds.keySet());
    }
}
