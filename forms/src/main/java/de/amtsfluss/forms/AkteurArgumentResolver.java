package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler method the person that is logged in. */
final class AkteurArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Akteur.class || isPerhaps(parameter);
    }

    /** Pages that everybody may see ask for the Akteur as Optional. */
    private static boolean isPerhaps(MethodParameter parameter) {
        return parameter.getParameterType() == Optional.class
                && parameter.nested().getNestedParameterType() == Akteur.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var akteur = Akteure.of(SecurityContextHolder.getContext().getAuthentication());
        return isPerhaps(parameter)
                ? akteur
                : akteur.orElseThrow(() -> new AuthenticationCredentialsNotFoundException(
                        "Expected a person or machine to be logged in, but nobody is"));
    }
}
