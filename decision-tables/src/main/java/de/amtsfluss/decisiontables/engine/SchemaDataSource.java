package de.amtsfluss.decisiontables.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The application's data source as Flowable sees it: its connections work in the schema of this module, and go back to
 * the pool as they came. Flowable's scripts name no schema, so the connection has to.
 */
final class SchemaDataSource extends DelegatingDataSource {

    static final String SCHEMA = "decision_tables";

    SchemaDataSource(DataSource application) {
        super(application);
    }

    /** Creates the schema if it is missing. */
    void createSchema() throws SQLException {
        try (Connection connection = super.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + SCHEMA);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        String before = connection.getSchema();
        connection.setSchema(SCHEMA);
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> "close".equals(method.getName())
                        ? close(connection, before)
                        : invoke(connection, method, arguments));
    }

    private static @Nullable Object close(Connection connection, String before) throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                connection.setSchema(before);
            }
        }
        return null;
    }

    private static @Nullable Object invoke(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
