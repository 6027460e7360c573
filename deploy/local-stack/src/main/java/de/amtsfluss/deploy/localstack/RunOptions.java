package de.amtsfluss.deploy.localstack;

import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person has asked {@code deploy/run} for.
 *
 * @param help only explain
 * @param fresh wipe the state first
 * @param stackOnly start the servers without the application
 * @param withElasticsearch search by Elasticsearch
 * @param demo play a day of sensors once all is ready
 * @param longRunning give the parts more memory and both compilers
 * @param ignoreMemory do not compare with the machine's free memory
 * @param state the state folder
 * @param ports the ports chosen by option
 * @param properties settings of the application
 */
record RunOptions(
        boolean help,
        boolean fresh,
        boolean stackOnly,
        boolean withElasticsearch,
        boolean demo,
        boolean longRunning,
        boolean ignoreMemory,
        Path state,
        Map<Port, Integer> ports,
        Map<String, String> properties) {

    private static final int HIGHEST_PORT = 65_535;

    static RunOptions parse(List<String> words, Path usualState) {
        Deque<String> left = new ArrayDeque<>(words);
        boolean help = false;
        boolean fresh = false;
        boolean stackOnly = false;
        boolean withElasticsearch = false;
        boolean demo = false;
        boolean longRunning = false;
        boolean ignoreMemory = false;
        Path state = usualState;
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        Map<String, String> properties = new TreeMap<>();
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--fresh" -> fresh = true;
                case "--stack-only" -> stackOnly = true;
                case "--with-elasticsearch" -> withElasticsearch = true;
                case "--demo" -> demo = true;
                case "--long-running" -> longRunning = true;
                case "--ignore-memory" -> ignoreMemory = true;
                case "--set" -> put(properties, value(option, left));
                case "--state" -> state = Path.of(value(option, left));
                default -> ports.put(port(option), number(option, value(option, left)));
            }
        }
        if (demo && stackOnly) {
            throw refusal("Expected --demo or --stack-only, but got both: the demo needs the application.");
        }
        return new RunOptions(
                help, fresh, stackOnly, withElasticsearch, demo, longRunning, ignoreMemory, state, ports, properties);
    }

    private static void put(Map<String, String> properties, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw refusal("Expected NAME=VALUE after --set, but got %s.".formatted(setting));
        }
        properties.put(setting.substring(0, equals), setting.substring(equals + 1));
    }

    private static Port port(String option) {
        return Arrays.stream(Port.values())
                .filter(port -> port.option().equals(option))
                .findFirst()
                .orElseThrow(() -> refusal("Expected options that deploy/run knows, but got %s: see deploy/run --help."
                        .formatted(option)));
    }

    private static String value(String option, Deque<String> left) {
        return Optional.ofNullable(left.pollFirst())
                .filter(word -> !word.startsWith("--"))
                .orElseThrow(() -> refusal("Expected a value after %s, but there is none.".formatted(option)));
    }

    private static int number(String option, String word) {
        if (word.matches("\\d{1,5}") && Integer.parseInt(word) >= 1 && Integer.parseInt(word) <= HIGHEST_PORT) {
            return Integer.parseInt(word);
        }
        throw refusal("Expected a port from 1 to %d after %s, but got %s.".formatted(HIGHEST_PORT, option, word));
    }

    private static LocalStackException refusal(String message) {
        return new LocalStackException(Reason.BAD_OPTION, message);
    }
}
