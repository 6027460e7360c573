/** Keeps what outlives a run: the lock, the secrets and the record of started processes in the state folder. */
@NullMarked
package de.amtsfluss.deploy.localstack.state;

import org.jspecify.annotations.NullMarked;
