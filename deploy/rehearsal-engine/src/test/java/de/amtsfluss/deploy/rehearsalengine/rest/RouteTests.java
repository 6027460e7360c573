package de.amtsfluss.deploy.rehearsalengine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which calls a route is meant by. */
class RouteTests {

    private final Route route = Route.of("GET", "/v2/{kind}/{key}", call -> Reply.nothing());

    @Test
    void theVariablePartsAreTold() {
        assertThat(route.match("GET", "/v2/jobs/17")).contains(Map.of("kind", "jobs", "key", "17"));
    }

    @Test
    void anotherMethodOrShapeIsNotMeant() {
        assertThat(route.match("POST", "/v2/jobs/17")).isEmpty();
        assertThat(route.match("GET", "/v1/jobs/17")).isEmpty();
        assertThat(route.match("GET", "/v2/jobs")).isEmpty();
        assertThat(route.match("GET", "/v2/jobs/17/completion")).isEmpty();
    }
}
