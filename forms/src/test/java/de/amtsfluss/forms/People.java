package de.amtsfluss.forms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** People as Keycloak describes them after a login. */
final class People {

    private People() {}

    static OAuth2AuthenticationToken crew() {
        return login("kim.krause", "Kim Krause", List.of("betriebshof"));
    }

    static OAuth2AuthenticationToken taxOffice() {
        return login("toni.tegtmeier", "Toni Tegtmeier", List.of("/steueramt"));
    }

    static OAuth2AuthenticationToken login(String kennung, String name, List<String> groups) {
        var now = Instant.now();
        var token = new OidcIdToken(
                "token",
                now,
                now.plusSeconds(3_600),
                Map.of(
                        "sub", kennung,
                        "preferred_username", kennung,
                        "name", name,
                        "email", kennung + "@example.org",
                        "groups", groups));
        var authorities = AuthorityUtils.createAuthorityList("OIDC_USER");
        return new OAuth2AuthenticationToken(
                new DefaultOidcUser(authorities, token), authorities, Keycloak.REGISTRATION);
    }
}
