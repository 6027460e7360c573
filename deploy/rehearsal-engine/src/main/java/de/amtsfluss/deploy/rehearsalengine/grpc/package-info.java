/** Answers the engine's gRPC protocol. */
@NullMarked
package de.amtsfluss.deploy.rehearsalengine.grpc;

import org.jspecify.annotations.NullMarked;
