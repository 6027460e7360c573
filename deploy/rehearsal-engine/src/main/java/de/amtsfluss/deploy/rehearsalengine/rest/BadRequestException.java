package de.amtsfluss.deploy.rehearsalengine.rest;

/** A caller has sent what cannot be understood. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadRequestException(String message) {
        super(message);
    }
}
