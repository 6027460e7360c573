package de.amtsfluss.deploy.rehearsalengine.rest;

import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import io.camunda.zeebe.util.VersionUtil;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Topology, clock and purge. */
final class ManagementRoutes {

    private final CurrentEngine engine;

    ManagementRoutes(CurrentEngine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/topology", call -> topology()),
                Route.of("GET", "/actuator/health", call -> Reply.json(Map.of("status", "UP"))),
                Route.of("GET", "/actuator/cluster", call -> Reply.json(lastChange())),
                Route.of("POST", "/actuator/cluster/purge", call -> purge()),
                Route.of("GET", "/actuator/clock", call -> clock(engine.now())),
                Route.of("DELETE", "/actuator/clock", call -> clock(engine.resetTime())),
                Route.of(
                        "POST",
                        "/actuator/clock/add",
                        call -> clock(engine.addTime(Duration.ofMillis(call.number("offsetMilli", 0))))),
                Route.of(
                        "POST",
                        "/actuator/clock/pin",
                        call -> clock(engine.pinTime(Instant.ofEpochMilli(call.number("epochMilli", 0))))));
    }

    private Reply topology() {
        var partition = Map.of("partitionId", 1, "role", "leader", "health", "healthy");
        var broker = Map.of(
                "nodeId",
                0,
                "host",
                "127.0.0.1",
                "port",
                0,
                "version",
                VersionUtil.getVersion(),
                "partitions",
                List.of(partition));
        return Reply.json(Map.of(
                "brokers",
                List.of(broker),
                "clusterSize",
                1,
                "partitionsCount",
                1,
                "replicationFactor",
                1,
                "gatewayVersion",
                VersionUtil.getVersion(),
                "lastCompletedChangeId",
                Long.toString(engine.purges())));
    }

    private Reply purge() {
        return Reply.json(Map.of("changeId", engine.purge(), "plannedChanges", List.of()));
    }

    private Map<String, Object> lastChange() {
        return Map.of("lastChange", Map.of("id", engine.purges(), "status", "COMPLETED"));
    }

    private static Reply clock(Instant now) {
        return Reply.json(Map.of("epochMilli", now.toEpochMilli(), "instant", now.toString()));
    }
}
