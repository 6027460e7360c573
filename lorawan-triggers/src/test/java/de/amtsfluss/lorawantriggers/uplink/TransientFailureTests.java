package de.amtsfluss.lorawantriggers.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

class TransientFailureTests {

    @Test
    void isAServerThatIsAway() {
        assertThat(TransientFailure.isIn(new CannotGetJdbcConnectionException("away")))
                .isTrue();
        assertThat(TransientFailure.isIn(
                        new UncategorizedSQLException("t", "s", new SQLException("shutdown", "57P01"))))
                .isTrue();
        assertThat(TransientFailure.isIn(new IllegalStateException(new TimeoutException("kafka"))))
                .isTrue();
    }

    @Test
    void isNotAMistake() {
        assertThat(TransientFailure.isIn(new DataIntegrityViolationException("no")))
                .isFalse();
        assertThat(TransientFailure.isIn(new IllegalStateException("no"))).isFalse();
        assertThat(TransientFailure.isIn(new UncategorizedSQLException("t", "s", new SQLException("x", "22P02"))))
                .isFalse();
    }
}
