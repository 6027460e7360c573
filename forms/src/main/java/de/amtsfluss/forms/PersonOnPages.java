package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page who is logged in, for its header. */
@ControllerAdvice(annotations = Controller.class)
@ConditionalOnRole(Role.WEB)
class PersonOnPages {

    @ModelAttribute("akteur")
    @Nullable
    Akteur akteur(@Nullable Authentication authentication) {
        return Akteure.of(authentication).orElse(null);
    }
}
