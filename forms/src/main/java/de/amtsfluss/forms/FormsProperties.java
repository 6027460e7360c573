package de.amtsfluss.forms;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the pages and the HTTP interface.
 *
 * @param issuer the Keycloak realm that people and machines log in to, as written in its tokens
 * @param clientId the client of the pages in that realm
 * @param clientSecret the secret of that client; without it nobody can log in to the pages
 * @param audience what a machine's token must name as its audience
 */
@ConfigurationProperties("amtsfluss.forms")
record FormsProperties(
        @DefaultValue("http://127.0.0.1:8180/realms/amtsfluss")
        URI issuer,

        @DefaultValue("amtsfluss") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("amtsfluss") String audience) {

    /** An address of the realm's OpenID Connect protocol, derived so that nothing is asked of Keycloak at start. */
    String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** Scheme, host and port of the issuer, as a source in a content security policy. */
    String issuerOrigin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
