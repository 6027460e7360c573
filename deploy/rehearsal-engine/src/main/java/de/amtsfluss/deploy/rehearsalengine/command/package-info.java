/** Makes the engine's commands of what callers say, whichever way they call. */
@NullMarked
package de.amtsfluss.deploy.rehearsalengine.command;

import org.jspecify.annotations.NullMarked;
