package de.amtsfluss.decisiontables.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The PostgreSQL of the local stack, by a pool as the application has it, which counts how often it is asked. */
final class Database extends DelegatingDataSource implements AutoCloseable {

    private final HikariDataSource pool;
    private final AtomicInteger connections = new AtomicInteger();

    Database() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getProperty("spring.datasource.url"));
        config.setUsername(System.getProperty("spring.datasource.username"));
        config.setPassword(System.getProperty("spring.datasource.password"));
        config.setMaximumPoolSize(4);
        pool = new HikariDataSource(config);
        setTargetDataSource(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        connections.incrementAndGet();
        return super.getConnection();
    }

    int connections() {
        return connections.get();
    }

    long count(String sql) {
        return JdbcClient.create(pool).sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        pool.close();
    }
}
