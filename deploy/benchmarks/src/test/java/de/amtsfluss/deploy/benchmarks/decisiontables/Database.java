package de.amtsfluss.deploy.benchmarks.decisiontables;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The PostgreSQL of the local stack, by the Spring properties that lie in the system properties. */
final class Database {

    private Database() {}

    /**
     * Opens a pool.
     *
     * @param schema the schema in which its connections work
     */
    static HikariDataSource pool(String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getProperty("spring.datasource.url"));
        config.setUsername(System.getProperty("spring.datasource.username"));
        config.setPassword(System.getProperty("spring.datasource.password"));
        config.setMaximumPoolSize(4);
        config.setSchema(schema);
        return new HikariDataSource(config);
    }
}
