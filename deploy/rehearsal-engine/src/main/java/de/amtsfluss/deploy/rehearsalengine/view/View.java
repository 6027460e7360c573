package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import java.util.Collection;

/** The rows of one kind, kept up to date by events. */
interface View {

    /** Takes notice of an event; most are about something else. */
    void apply(LoggedRecord event);

    /** The rows in the order in which they came about. */
    Collection<Row> rows();
}
