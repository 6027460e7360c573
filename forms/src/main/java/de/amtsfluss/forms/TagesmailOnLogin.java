package de.amtsfluss.forms;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Tagesmails;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Keeps groups and address of who wants the daily e-mail as the last login gave them. */
@Component
@ConditionalOnRole(Role.WEB)
class TagesmailOnLogin {

    private final Tagesmails tagesmails;

    TagesmailOnLogin(Tagesmails tagesmails) {
        this.tagesmails = tagesmails;
    }

    @EventListener
    void refresh(InteractiveAuthenticationSuccessEvent login) {
        var authentication = login.getAuthentication();
        if (authentication.getPrincipal() instanceof OidcUser user) {
            var email = user.getEmail();
            if (email != null) {
                Akteure.of(authentication).ifPresent(akteur -> tagesmails.refresh(akteur, email));
            }
        }
    }
}
