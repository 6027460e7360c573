package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.AkteId;
import de.amtsfluss.processes.Aktenanlage;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.suche.Suchauftraege;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes an Akte of its own for each Vorgang. */
@Service
class AktenanlageService implements Aktenanlage {

    /** The days of an Akte are those of the office's own calendar. */
    static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final AkteRepository akten;
    private final Suchauftraege suchauftraege;
    private final Protokoll protokoll;

    AktenanlageService(AkteRepository akten, Suchauftraege suchauftraege, Protokoll protokoll) {
        this.akten = akten;
        this.suchauftraege = suchauftraege;
        this.protokoll = protokoll;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Vorgang vorgang, String aktenplaneinheit) {
        var id = AkteId.random();
        if (akten.insert(id, vorgang, aktenplaneinheit, LocalDate.ofInstant(vorgang.angelegtAm(), OFFICE))) {
            protokoll.write(vorgang.id(), new Handlung(Objektart.AKTE, id, Aktion.ANGELEGT));
            suchauftraege.add(vorgang.id());
        }
    }
}
