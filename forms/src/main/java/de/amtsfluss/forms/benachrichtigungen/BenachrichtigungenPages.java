package de.amtsfluss.forms.benachrichtigungen;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Tagesmails;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a clerk asks for the daily e-mail, and ends it; works without scripts. */
@Controller
@RequestMapping("/benachrichtigungen")
@ConditionalOnRole(Role.WEB)
class BenachrichtigungenPages {

    private final Tagesmails tagesmails;

    BenachrichtigungenPages(Tagesmails tagesmails) {
        this.tagesmails = tagesmails;
    }

    @GetMapping
    String page(Akteur akteur, @AuthenticationPrincipal OidcUser login, Model model) {
        model.addAttribute("gewuenscht", tagesmails.of(akteur).isPresent());
        model.addAttribute("email", email(login));
        return "benachrichtigungen";
    }

    @PostMapping
    String change(@RequestParam boolean gewuenscht, Akteur akteur, @AuthenticationPrincipal OidcUser login) {
        var email = email(login);
        if (!gewuenscht) {
            tagesmails.unsubscribe(akteur);
        } else if (email != null) {
            tagesmails.subscribe(akteur, email);
        }
        return "redirect:/benachrichtigungen";
    }

    private static @Nullable String email(OidcUser login) {
        return login.getEmail();
    }
}
