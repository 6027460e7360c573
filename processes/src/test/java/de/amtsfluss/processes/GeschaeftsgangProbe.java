package de.amtsfluss.processes;

import de.amtsfluss.processes.GeschaeftsgangAblauf.Auftrag;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Does the work of the workers of {@code geschaeftsgang}, which lie in a module above this one. */
@Configuration(proxyBeanMethods = false)
class GeschaeftsgangProbe {

    @Bean
    JobHandler<Input> beginProbe(GeschaeftsgangAblauf ablauf) {
        return new Worker("geschaeftsgang.naechste") {
            @Override
            public JobResult handle(Job<Input> job) {
                var stufe = ablauf.begin(id(job), job.processInstanceKey(), job.elementInstanceKey());
                return new JobResult.Completed(Map.of(
                        "weiter", stufe.weiter(),
                        "verfasser", stufe.verfasser(),
                        "schritte", variables(stufe.schritte()),
                        "kenntnisnahmen", variables(stufe.kenntnisnahmen())));
            }
        };
    }

    @Bean
    JobHandler<Input> judgeProbe(GeschaeftsgangAblauf ablauf) {
        return new Worker("geschaeftsgang.auswerten") {
            @Override
            public JobResult handle(Job<Input> job) {
                return new JobResult.Completed(Map.of("abgelehnt", ablauf.isRefused(id(job))));
            }
        };
    }

    private static GeschaeftsgangId id(Job<Input> job) {
        return GeschaeftsgangId.of(job.input().geschaeftsgangId());
    }

    private static List<Map<String, @Nullable Object>> variables(List<Auftrag> auftraege) {
        return auftraege.stream().map(GeschaeftsgangProbe::variable).toList();
    }

    private static Map<String, @Nullable Object> variable(Auftrag auftrag) {
        var variable = new HashMap<String, @Nullable Object>();
        variable.put("id", auftrag.id().toString());
        variable.put("verfuegung", auftrag.verfuegung().name());
        variable.put("person", auftrag.person());
        variable.put("gruppen", auftrag.gruppen());
        variable.put("terminAm", text(auftrag.terminAm()));
        variable.put("wiedervorlageAm", text(auftrag.wiedervorlageAm()));
        return variable;
    }

    private static @Nullable String text(@Nullable OffsetDateTime moment) {
        return moment == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    public record Input(String geschaeftsgangId) {}

    private abstract static class Worker implements JobHandler<Input> {

        private final String type;

        Worker(String type) {
            this.type = type;
        }

        @Override
        public String jobType() {
            return type;
        }

        @Override
        public Class<Input> inputType() {
            return Input.class;
        }
    }
}
