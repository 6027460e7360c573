package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** Knows the Akteur behind a login: by session for the pages, by bearer token for machines. */
final class Akteure {

    private Akteure() {}

    /** The Akteur that a login stands for, absent where nobody is logged in. */
    static Optional<Akteur> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof ClaimAccessor claims
                ? Optional.of(of(claims))
                : Optional.empty();
    }

    private static Akteur of(ClaimAccessor claims) {
        var subject = Optional.ofNullable(claims.getClaimAsString("sub")).orElse("");
        var kennung = Optional.ofNullable(claims.getClaimAsString("preferred_username"))
                .orElse(subject);
        var name = Optional.ofNullable(claims.getClaimAsString("name")).orElse(kennung);
        return new Akteur(kennung, name, groups(claims));
    }

    private static Set<String> groups(ClaimAccessor claims) {
        var groups = claims.hasClaim("groups") ? claims.getClaimAsStringList("groups") : null;
        // Keycloak writes "/betriebshof" where its mapper gives full paths.
        return (groups == null ? List.<String>of() : groups)
                .stream()
                        .map(group -> group.startsWith("/") ? group.substring(1) : group)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
