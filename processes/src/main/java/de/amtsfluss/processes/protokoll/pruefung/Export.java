package de.amtsfluss.processes.protokoll.pruefung;

import de.amtsfluss.processes.protokoll.JsonLines;
import de.amtsfluss.processes.protokoll.ProtokollRepository;
import de.amtsfluss.processes.protokoll.siegel.SiegelRepository;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/**
 * Writes the Protokoll and its seals into files, as they are at one moment.
 *
 * @param connection to the database; its transaction is used up
 */
record Export(Connection connection) {

    /**
     * Writes.
     *
     * @return how many entries and seals
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file already
     */
    Written to(ExportFolder folder) throws SQLException, IOException {
        Files.createDirectories(folder.path());
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var seals = write(
                "select " + SiegelRepository.COLUMNS + " from processes.protokoll_siegel order by nummer",
                SiegelRepository::read,
                folder.seals());
        var entries = write(
                "select " + ProtokollRepository.COLUMNS + " from processes.protokoll order by kette, nummer",
                ProtokollRepository::read,
                folder.entries());
        connection.rollback();
        return new Written(entries, seals);
    }

    private long write(String sql, RowMapper<?> mapper, Path file) throws SQLException, IOException {
        var count = 0;
        try (var statement = connection.prepareStatement(sql);
                BufferedWriter lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            statement.setFetchSize(1_000);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.write(JsonLines.write(mapper.mapRow(rows, count)));
                    count++;
                }
            }
        }
        return count;
    }

    /**
     * What was written.
     *
     * @param entries how many entries
     * @param seals how many seals
     */
    record Written(long entries, long seals) {}
}
