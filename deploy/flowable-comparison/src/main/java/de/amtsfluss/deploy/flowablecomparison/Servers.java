package de.amtsfluss.deploy.flowablecomparison;

import java.util.Map;
import java.util.Optional;

/**
 * Where the servers are.
 *
 * @param kafka host and port of a broker
 * @param database a JDBC URL
 * @param username the role in the database
 * @param password its password
 */
record Servers(String kafka, String database, String username, String password) {

    /** Those that Spring properties name, as the local stack gives them. */
    static Servers of(Map<String, String> properties) {
        return new Servers(
                required(properties, "spring.kafka.bootstrap-servers"),
                required(properties, "spring.datasource.url"),
                required(properties, "spring.datasource.username"),
                required(properties, "spring.datasource.password"));
    }

    /** Those that environment variables name, if they name Kafka and the database. */
    static Optional<Servers> named(Map<String, String> environment) {
        var kafka = environment.get("SPRING_KAFKA_BOOTSTRAP_SERVERS");
        var database = environment.get("SPRING_DATASOURCE_URL");
        return kafka == null || database == null
                ? Optional.empty()
                : Optional.of(new Servers(
                        kafka,
                        database,
                        environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                        environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", "")));
    }

    private static String required(Map<String, String> properties, String name) {
        var value = properties.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Expected the property '%s', but it is missing".formatted(name));
        }
        return value;
    }

    @Override
    public String toString() {
        return "%s, %s".formatted(kafka, database);
    }
}
