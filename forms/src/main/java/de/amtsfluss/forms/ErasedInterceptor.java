package de.amtsfluss.forms;

import de.amtsfluss.forms.fehler.GoneException;
import de.amtsfluss.processes.Aussonderungen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Says of everything under the address of a Vorgang, an Akte or a document that it is erased, if it is. */
final class ErasedInterceptor implements HandlerInterceptor {

    private final Aussonderungen aussonderungen;

    ErasedInterceptor(Aussonderungen aussonderungen) {
        this.aussonderungen = aussonderungen;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var akteur = Akteure.of(SecurityContextHolder.getContext().getAuthentication());
        id(request)
                .flatMap(id -> akteur.flatMap(there -> aussonderungen.erasureOf(id, there)))
                .ifPresent(nachweis -> {
                    throw new GoneException(nachweis.satz());
                });
        return true;
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? uuid(variables.get("id"))
                : Optional.empty();
    }

    private static Optional<UUID> uuid(@Nullable Object text) {
        try {
            return Optional.ofNullable(text).map(Object::toString).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            // No key at all; the handler says so.
            return Optional.empty();
        }
    }
}
