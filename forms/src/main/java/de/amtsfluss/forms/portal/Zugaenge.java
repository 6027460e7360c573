package de.amtsfluss.forms.portal;

import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Antraege.Stand;
import de.amtsfluss.processes.Antraege.Zugang;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.VorgangId;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what right a person sees an application: the account, the office, or a code shown earlier in the session. */
@Component
@ConditionalOnRole(Role.WEB)
class Zugaenge {

    private static final String SHOWN = "portal.zugangscode.";

    private final Antraege antraege;

    Zugaenge(Antraege antraege) {
        this.antraege = antraege;
    }

    /** Keeps in the session that a person has shown the code. */
    void remember(HttpSession session, VorgangId vorgang, String aktenzeichen, String zugangscode) {
        session.setAttribute(SHOWN + vorgang, List.of(aktenzeichen, zugangscode));
    }

    /** The code that was shown or given in this session. */
    Optional<Zugang.Code> shown(HttpSession session, VorgangId vorgang) {
        return session.getAttribute(SHOWN + vorgang) instanceof List<?> code && code.size() == 2
                ? Optional.of(new Zugang.Code(
                        code.getFirst().toString(), code.getLast().toString()))
                : Optional.empty();
    }

    /**
     * The first right by which the person may see the application.
     *
     * @throws NotFoundException if there is none, or no such application
     */
    Known find(UUID id, Optional<Akteur> akteur, HttpSession session) {
        var vorgang = new VorgangId(id);
        var possible = new ArrayList<Zugang>();
        akteur.ifPresent(person -> {
            possible.add(new Zugang.Konto(vorgang, person));
            possible.add(new Zugang.Amt(vorgang, person));
        });
        shown(session, vorgang).ifPresent(possible::add);
        for (var zugang : possible) {
            var stand = antraege.stand(zugang).orElse(null);
            if (stand != null) {
                return new Known(zugang, stand);
            }
        }
        throw new NotFoundException();
    }

    /**
     * An application that the person may see.
     *
     * @param zugang by what right
     * @param stand where it stands
     */
    record Known(Zugang zugang, Stand stand) {

        /** The clerk who looks at it for somebody, absent for the applicant. */
        @Nullable
        Akteur amt() {
            return zugang instanceof Zugang.Amt amt ? amt.akteur() : null;
        }
    }
}
