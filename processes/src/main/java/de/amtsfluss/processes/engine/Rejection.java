package de.amtsfluss.processes.engine;

import de.amtsfluss.processes.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads why the engine refused a deployment. It answers with one text for all resources:
 *
 * <pre>
 * Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but …
 * 'models/a/a.bpmn': - Element: userTask_A &gt; extensionElements &gt; priorityDefinition
 *     - ERROR: failed to parse expression …
 * </pre>
 *
 * What does not look like that becomes a finding as it is, so nothing of the answer is lost.
 */
final class Rejection {

    private static final Pattern HEAD = Pattern.compile("Command '\\w+' rejected with code '\\w+': .*:");
    private static final Pattern FILE = Pattern.compile("'([^']+)': (.*)");
    private static final Pattern ELEMENT = Pattern.compile("- Element: (\\S+)(?: > (.*))?");
    private static final Pattern ERROR = Pattern.compile("\\s+- (?:ERROR|WARNING): (.*)");

    private final List<Finding> findings = new ArrayList<>();
    private String file = "";
    private String element = "";
    private String place = "";

    private Rejection() {}

    /** One finding for each error the engine names. */
    static List<Finding> findings(String reason) {
        var rejection = new Rejection();
        reason.lines().filter(line -> !line.isBlank()).forEach(rejection::read);
        if (rejection.findings.isEmpty()) {
            rejection.add(reason);
        }
        return List.copyOf(rejection.findings);
    }

    private void read(String line) {
        if (HEAD.matcher(line).matches()) {
            return;
        }
        var named = FILE.matcher(line);
        if (named.matches()) {
            file = named.group(1);
            element = "";
            place = "";
            readInFile(named.group(2));
        } else {
            readInFile(line);
        }
    }

    private void readInFile(String line) {
        var found = ELEMENT.matcher(line);
        if (found.matches()) {
            enter(found);
            return;
        }
        var error = ERROR.matcher(line);
        add(error.matches() ? error.group(1) : line.strip());
    }

    private void enter(Matcher found) {
        element = found.group(1);
        var path = found.group(2);
        place = path == null ? "" : path.substring(path.lastIndexOf('>') + 1).strip();
    }

    private void add(String error) {
        var what = place.isEmpty() ? "it" : "<%s>".formatted(place);
        findings.add(new Finding(
                file.isEmpty() ? "deployment" : file,
                element,
                "Expected the engine to take %s, but it says: %s".formatted(what, error)));
    }
}
