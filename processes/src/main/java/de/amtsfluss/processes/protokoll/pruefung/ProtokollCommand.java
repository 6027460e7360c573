package de.amtsfluss.processes.protokoll.pruefung;

import de.amtsfluss.processes.protokoll.pruefung.Verification.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exports the Protokoll into files, and verifies such files without database and network. */
public final class ProtokollCommand {

    private static final int SOUND = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;

    private static final String USAGE = """
            Usage: protokoll export ‹folder›
                   protokoll verify ‹folder› [‹seal file›]

            export writes entries and seals of the database into protokoll.jsonl and siegel.jsonl. It finds the database
            by SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.
            verify recomputes what export wrote, and compares it with the seal file kept outside the database. It ends
            with 0 if all is sound, with 1 and the first thing that is not otherwise, and with 2 if it was called wrongly.""";

    private final Map<String, String> environment;
    private final PrintStream out;

    ProtokollCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param arguments {@code export} or {@code verify}, and files
     */
    public static void main(String[] arguments) {
        System.exit(new ProtokollCommand(System.getenv(), System.out).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            if (arguments.size() == 2 && arguments.getFirst().equals("export")) {
                return export(folder(arguments));
            }
            if ((arguments.size() == 2 || arguments.size() == 3)
                    && arguments.getFirst().equals("verify")) {
                return verify(folder(arguments), arguments.size() == 3 ? Path.of(arguments.get(2)) : null);
            }
            out.println(USAGE);
            return MISUSED;
        } catch (FileAlreadyExistsException e) {
            out.printf("Expected a folder without an export, but there is %s.%n", e.getFile());
            return MISUSED;
        } catch (IOException | SQLException e) {
            out.printf("Expected to %s, but: %s%n", arguments.getFirst(), e);
            return MISUSED;
        }
    }

    private static ExportFolder folder(List<String> arguments) {
        return new ExportFolder(Path.of(arguments.get(1)));
    }

    private int export(ExportFolder folder) throws SQLException, IOException {
        var url = environment.get("SPRING_DATASOURCE_URL");
        if (url == null) {
            out.println("Expected SPRING_DATASOURCE_URL, but it is not set.");
            return MISUSED;
        }
        try (var connection = DriverManager.getConnection(
                url, environment.get("SPRING_DATASOURCE_USERNAME"), environment.get("SPRING_DATASOURCE_PASSWORD"))) {
            var written = new Export(connection).to(folder);
            out.printf("Wrote %d entries and %d seals into %s.%n", written.entries(), written.seals(), folder.path());
            return SOUND;
        }
    }

    private int verify(ExportFolder folder, @Nullable Path sealFile) throws IOException {
        return switch (Verification.of(folder, sealFile)) {
            case Result.Sound sound -> {
                print(sound, sealFile);
                yield SOUND;
            }
            case Result.Broken broken -> {
                out.printf("Broken: %s.%n", broken.sentence());
                yield BROKEN;
            }
        };
    }

    private void print(Result.Sound sound, @Nullable Path sealFile) {
        out.printf("Sound: %d entries in %d chains, %d seals.%n", sound.entries(), sound.chains(), sound.seals());
        if (sound.unsealed() > 0) {
            out.printf(
                    "Not sealed yet: %d entries; one that is missing at the end of its chain does not show.%n",
                    sound.unsealed());
        }
        if (sealFile == null) {
            out.println("No seal file was given: who can rewrite the whole database can have made these seals too.");
        } else {
            out.printf("The seal file has %d of the seals.%n", sound.outside());
        }
    }
}
