package de.amtsfluss.lorawantriggers.uplink;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that pass by themselves from those that stay. */
public final class TransientFailure {

    /**
     * Connection, rollback (serialisation, deadlock), resources, object not in the right state (locks), operator
     * intervention, system error; see "PostgreSQL Error Codes".
     */
    private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private TransientFailure() {}

    /** Whether the failure or one of its causes is that of a server that is away or busy. */
    public static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isTransient(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransient(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException e -> true;
            case RecoverableDataAccessException e -> true;
            case DataAccessResourceFailureException e -> true;
            case CannotCreateTransactionException e -> true;
            case SQLTransientException e -> true;
            case SQLRecoverableException e -> true;
            case RetriableException e -> true;
            case SQLException e ->
                e.getSQLState() != null
                        && e.getSQLState().length() >= 2
                        && SQL_STATE_CLASSES.contains(e.getSQLState().substring(0, 2));
            default -> false;
        };
    }
}
