/** Rehearses procedures: Camunda Process Test on the rehearsal engine, or on Camunda's own containers. */
@NullMarked
package de.amtsfluss.deploy.rehearsal;

import org.jspecify.annotations.NullMarked;
