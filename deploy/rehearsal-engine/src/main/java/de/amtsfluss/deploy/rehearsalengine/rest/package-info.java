/** Answers the Orchestration Cluster API by HTTP, as far as process tests call it, and the management routes. */
@NullMarked
package de.amtsfluss.deploy.rehearsalengine.rest;

import org.jspecify.annotations.NullMarked;
