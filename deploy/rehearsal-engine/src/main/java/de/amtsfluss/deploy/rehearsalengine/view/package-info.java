/** Turns the events of the engine into the rows that the Orchestration Cluster API searches. */
@NullMarked
package de.amtsfluss.deploy.rehearsalengine.view;

import org.jspecify.annotations.NullMarked;
