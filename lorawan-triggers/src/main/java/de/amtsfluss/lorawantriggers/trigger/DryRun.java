package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.DecisionTrials.Trial;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.device.Decoded;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.registry.Watches;
import de.amtsfluss.lorawantriggers.trigger.Evaluation.Surroundings;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import de.amtsfluss.lorawantriggers.uplink.UplinkHistory;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Sensorik.Probe;
import de.amtsfluss.processes.Sensorik.Probeauftrag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Takes what sensors sent in a time through changed rules, without any effect: twins begin empty, an order counts as
 * open until its cause is gone, and nothing is kept. What only the clock evaluates is left out.
 */
@Component
public class DryRun {

    private static final long MOST_UPLINKS = 1_000_000;

    private final UplinkHistory history;
    private final Watches watches;
    private final Decoding decoding;
    private final Triggers triggers;
    private final DecisionTables tables;
    private final DecisionTrials trials;

    DryRun(
            UplinkHistory history,
            Watches watches,
            Decoding decoding,
            Triggers triggers,
            DecisionTables tables,
            DecisionTrials trials) {
        this.history = history;
        this.watches = watches;
        this.decoding = decoding;
        this.triggers = triggers;
        this.tables = tables;
        this.trials = trials;
    }

    /** Runs the uplinks received from {@code from} on until {@code to} through the rules. */
    public Probe run(Instant from, Instant to, List<String> triggerFiles, List<DmnFile> tableFiles) {
        var problems = new ArrayList<String>();
        var rules = rules(triggerFiles, problems);
        var decisions = decisions(tableFiles, problems);
        if (!from.isBefore(to)) {
            problems.add("Expected a time that ends after it begins, but it goes from %s to %s".formatted(from, to));
        }
        if (!problems.isEmpty()) {
            return new Probe.Abgelehnt(problems);
        }
        var run = new Run(rules, decisions);
        var complete = history.read(from, to, MOST_UPLINKS, run::take);
        return run.report(complete);
    }

    private Triggers rules(List<String> files, List<String> problems) {
        var byVerfahren = new TreeMap<String, Trigger>();
        triggers.all().forEach(trigger -> byVerfahren.put(trigger.verfahren(), trigger));
        for (var file : files) {
            try {
                var changed = TriggerFile.read(file);
                byVerfahren.put(changed.verfahren(), changed);
            } catch (IllegalStateException e) {
                problems.addAll(String.valueOf(e.getMessage()).lines().toList());
            }
        }
        return new Triggers(List.copyOf(byVerfahren.values()));
    }

    private DecisionTables decisions(List<DmnFile> files, List<String> problems) {
        if (files.isEmpty()) {
            return tables;
        }
        return switch (trials.of(files, Strictness.OFFICE)) {
            case Trial.Ready ready -> new ChangedTables(tables, ready.tables(), ready.decisions());
            case Trial.Refused refused -> {
                refused.findings().forEach(finding -> problems.add(finding.toString()));
                yield tables;
            }
        };
    }

    /** One dry run. */
    private final class Run implements Requests {

        private final Triggers rules;
        private final Evaluation evaluation;
        private final Map<DevEui, Watches.Found> found = new HashMap<>();
        private final Map<String, Twin> twins = new HashMap<>();
        private final Map<String, Long> unusable = new TreeMap<>();
        private final Map<AusloeserId, Probeauftrag> orders = new LinkedHashMap<>();
        private long uplinks;

        private Run(Triggers rules, DecisionTables decisions) {
            this.rules = rules;
            this.evaluation = new Evaluation(decisions, new CompositeMeterRegistry());
        }

        private void take(Uplink uplink) {
            uplinks++;
            var watch = found.computeIfAbsent(uplink.devEui(), devEui -> watches.find(Set.of(devEui)))
                    .at(uplink.devEui(), uplink.receivedAt());
            if (watch.isEmpty()) {
                count("unknown-device");
                return;
            }
            switch (decoding.decode(uplink, watch.get())) {
                case Decoded.Failed failed -> count("undecodable");
                case Decoded.Values values -> read(uplink, watch.get().asset(), values.measurements());
            }
        }

        private void read(Uplink uplink, Asset asset, Map<Quantity, Double> measurements) {
            var before = twins.getOrDefault(asset.id(), Twin.initial(asset.id()));
            if (before.isLate(uplink)) {
                return;
            }
            var surroundings = new Surroundings(this, ausloeser -> Optional.empty(), uplink.receivedAt());
            twins.put(
                    asset.id(),
                    new Readings(rules, evaluation, surroundings)
                            .take(
                                    before.after(uplink, measurements),
                                    asset,
                                    measurements.keySet(),
                                    uplink.devEui(),
                                    uplink.receivedAt(),
                                    sentence -> count("undecided")));
        }

        private void count(String reason) {
            unusable.merge(reason, 1L, Long::sum);
        }

        private Probe report(boolean complete) {
            return new Probe.Gelaufen(
                    uplinks,
                    unusable,
                    List.copyOf(orders.values()),
                    rules.byClock().stream().map(Trigger::verfahren).toList(),
                    complete);
        }

        @Override
        public void order(Trigger trigger, String subject, AusloeserId ausloeser, Decided decided, Reason reason) {
            orders.put(
                    ausloeser,
                    new Probeauftrag(trigger.verfahren(), subject, reason.at(), decided.text("massnahme"), null));
        }

        @Override
        public void change(Trigger trigger, String subject, AusloeserId ausloeser, Reason reason) {
            // An order that goes on is reported once.
        }

        @Override
        public void end(Trigger trigger, String subject, AusloeserId ausloeser, boolean mayBeOpen, Reason reason) {
            orders.computeIfPresent(
                    ausloeser,
                    (id, order) -> new Probeauftrag(
                            order.verfahren(), order.objekt(), order.am(), order.massnahme(), reason.at()));
        }
    }
}
