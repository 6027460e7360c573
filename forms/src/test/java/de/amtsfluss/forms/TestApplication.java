package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Fristuhren;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokolleinsicht;
import de.amtsfluss.processes.Protokolleintrag;
import de.amtsfluss.processes.VorgangId;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The pages alone, with {@link InMemoryProcesses} and the real Fristen behind them. Started by hand it shows them to
 * somebody who is always logged in.
 */
@SpringBootApplication(scanBasePackages = {"de.amtsfluss.forms", "de.amtsfluss.processes.frist"})
class TestApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(TestApplication.class);
        application.setAdditionalProfiles("logged-in");
        application.run(arguments);
    }

    @Bean
    InMemoryProcesses processes() {
        return new InMemoryProcesses();
    }

    @Bean
    InMemoryGeschaeftsgaenge geschaeftsgaenge(InMemoryProcesses processes) {
        return new InMemoryGeschaeftsgaenge(processes);
    }

    @Bean
    InMemoryVertretungen vertretungen() {
        return new InMemoryVertretungen();
    }

    @Bean
    InMemoryDecisions decisions(InMemoryProcesses processes) {
        return new InMemoryDecisions(processes);
    }

    @Bean
    InMemoryAntraege antraege() {
        return new InMemoryAntraege();
    }

    @Bean
    InMemoryBearbeitungsfristen bearbeitungsfristen(Fristuhren uhren, InMemoryProcesses processes) {
        return new InMemoryBearbeitungsfristen(uhren, processes);
    }

    @Bean
    InMemoryPostausgang postausgang() {
        return new InMemoryPostausgang();
    }

    @Bean
    InMemoryAuskuenfte auskuenfte() {
        return new InMemoryAuskuenfte();
    }

    @Bean
    InMemorySensorik sensorik() {
        return new InMemorySensorik();
    }

    @Bean
    InMemoryCodecversuche codecversuche() {
        return new InMemoryCodecversuche();
    }

    @Bean
    InMemoryPosteingaenge posteingaenge() {
        return new InMemoryPosteingaenge();
    }

    @Bean
    InMemoryAkten akten(InMemoryProcesses processes) {
        return new InMemoryAkten(processes);
    }

    @Bean
    InMemoryAussonderungen aussonderungen() {
        return new InMemoryAussonderungen();
    }

    /** Two entries, whatever the Vorgang. */
    @Bean
    Protokolleinsicht protokolle() {
        return new Protokolleinsicht() {
            @Override
            public List<Protokolleintrag> of(VorgangId vorgang) {
                return List.of();
            }

            @Override
            public List<Protokolleintrag> of(VorgangId vorgang, Akteur akteur) {
                return List.of(
                        entry(vorgang, 1, new Handlung(Objektart.VORGANG, vorgang, Aktion.ANGELEGT)),
                        entry(
                                vorgang,
                                2,
                                new Handlung(Objektart.AKTE, vorgang, Aktion.GEAENDERT)
                                        .with("vertraulichkeit", "VERTRAULICH", "OFFEN")));
            }

            @Override
            public Befund verify(VorgangId vorgang, Akteur akteur) {
                return new Befund.NotFound();
            }
        };
    }

    private static Protokolleintrag entry(VorgangId vorgang, int number, Handlung was) {
        return new Protokolleintrag(
                vorgang.value(),
                number,
                LocalDate.parse("2026-11-22"),
                Instant.parse("2026-11-22T20:00:00Z"),
                Handelnder.system("vorgang.open"),
                was,
                "0".repeat(64));
    }

    /** Between the deadlines of the orders, so that some are overdue and some are not. */
    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T20:30:00Z"), ZoneOffset.UTC);
    }

    /** Logs everybody in as a crew member with some other duties, or in the groups that a header names. */
    @Bean
    @Profile("logged-in")
    FilterRegistrationBean<Filter> alwaysLoggedIn() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var session = ((HttpServletRequest) request).getSession();
            var login = SecurityContextHolder.createEmptyContext();
            var groups = ((HttpServletRequest) request).getHeader("Test-Groups");
            login.setAuthentication(People.login(
                    "kim.krause",
                    "Kim Krause",
                    List.of((groups == null ? "betriebshof,poststelle,datenschutz,sensorbetrieb" : groups)
                            .split(","))));
            session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, login);
            chain.doFilter(request, response);
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
