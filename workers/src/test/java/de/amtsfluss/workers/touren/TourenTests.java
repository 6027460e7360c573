package de.amtsfluss.workers.touren;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgaenge.NewVorgang;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.workers.notifications.NotificationsTest;
import de.amtsfluss.workers.notifications.Uhr;
import java.io.ByteArrayInputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.json.JsonMapper;

/** Orders become tours and end with them, on a real database. */
@NotificationsTest
class TourenTests {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Tourbildung tourbildung;
    private final TourRepository repository;
    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final List<JobHandler<?>> handlers;
    private final JdbcClient jdbc;
    private final Uhr uhr;
    private final String bezirk = "Musterbezirk " + UUID.randomUUID();
    private final List<Vorgang> opened = new ArrayList<>();

    TourenTests(
            Tourbildung tourbildung,
            TourRepository repository,
            Vorgaenge vorgaenge,
            Dokumente dokumente,
            List<JobHandler<?>> handlers,
            JdbcClient jdbc,
            Uhr uhr) {
        this.tourbildung = tourbildung;
        this.repository = repository;
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.handlers = handlers;
        this.jdbc = jdbc;
        this.uhr = uhr;
    }

    @BeforeEach
    void itIsNineOClockOnAWorkingDayAndAllVehiclesAreIn() {
        while (!isMorning()) {
            uhr.forward(Duration.ofMinutes(10));
        }
        jdbc.sql("delete from workers.tour").update();
    }

    @AfterEach
    void nothingIsLeftForOthers() {
        opened.forEach(vorgang -> vorgaenge.close(vorgang.id(), "geleert"));
    }

    @Test
    void ordersOfADistrictBecomeOneTourOnce() {
        var orders = List.of(order("auftrag", "Papier"), order("sofort", "Papier"), order("auftrag", "Papier"));
        order("auftrag", "Restmuell");

        tourbildung.bilden();
        tourbildung.bilden();

        var message = tours().getFirst();
        assertThat(tours()).hasSize(1);
        assertThat(message)
                .containsEntry("fraktion", "Papier")
                .containsEntry("anzahl", 3)
                .containsEntry("prioritaet", 60)
                .containsEntry("tourId", message.get("ausloeserId"));
        assertThat(jdbc.sql("select auftrag_id from workers.tour_halt order by nummer")
                        .query(UUID.class)
                        .list())
                .startsWith(ausloeser(orders.get(1)))
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(TourenTests::ausloeser).toList());
        assertThat(protokoll(message)).containsExactly("ANGELEGT");
    }

    @Test
    void ordersThatCanWaitAreLeftAlone() {
        order("auftrag", "Papier");

        tourbildung.bilden();

        assertThat(tours()).isEmpty();
    }

    @Test
    void whileOneCopyMakesToursOthersDoNotAndNoTransactionIsOpen() {
        order("sofort", "Papier");

        repository.alone(() -> {
            tourbildung.bilden();
            var locks = jdbc.sql("""
                    select count(*) from pg_stat_activity
                    where query like '%pg_try_advisory_lock%' and xact_start is not null and pid <> pg_backend_pid()""");
            assertThat(locks.query(Long.class).single()).isZero();
        });
        assertThat(tours()).isEmpty();

        tourbildung.bilden();
        assertThat(tours()).hasSize(1);
    }

    @Test
    void anOrderThatCannotBeReadHoldsUpNoOther() {
        var broken =
                open(Map.of("containerId", "BI-C-9999", "ort", "Musterplatz", "bezirk", bezirk, "fristAm", "bald"));
        order("sofort", "Papier");

        tourbildung.bilden();

        assertThat(tours()).hasSize(1);
        assertThat(vorgaenge.find(broken.id())).isPresent();
    }

    @Test
    void whatAnOrderNeedsIsAFactAndNoGuess() {
        var crane = daten("sofort", "Papier", "Musterplatz");
        crane.put("fahrzeug", "Kran");
        open(crane);
        var nowhere = daten("sofort", "Papier", "Musterplatz 1, " + bezirk);
        nowhere.remove("bezirk");
        open(nowhere);

        tourbildung.bilden();

        // Papier needs no crane by itself; the order without district is left alone though its address names one.
        assertThat(tours())
                .singleElement()
                .satisfies(tour -> assertThat(tour)
                        .containsEntry("bezirk", bezirk)
                        .containsEntry("fahrzeug", "Kranwagen 1")
                        .containsEntry("anzahl", 1));
    }

    @Test
    void whatHasEndedByItselfIsStruckAndTheOthersKeepTheirNumbers() {
        var orders =
                IntStream.range(0, 3).mapToObj(i -> order("sofort", "Papier")).toList();
        tourbildung.bilden();
        var struck = jdbc.sql("select auftrag_id from workers.tour_halt where nummer = 2")
                .query(UUID.class)
                .single();
        orders.stream()
                .filter(order -> ausloeser(order).equals(struck))
                .forEach(order -> vorgaenge.close(order.id(), "gemessen"));

        var tour = begin(tours().getFirst());
        begin(tours().getFirst());

        assertThat(tour.daten().get("halteliste"))
                .asString()
                .contains("1: Musterplatz")
                .contains("3: Musterplatz")
                .doesNotContain("2: ");
        assertThat(tour.daten()).containsEntry("anzahl", 2).containsEntry("gestrichen", 1);
        orders.stream()
                .filter(order -> !ausloeser(order).equals(struck))
                .forEach(order -> assertThat(
                                vorgaenge.find(order.id()).orElseThrow().daten())
                        .containsEntry("tour", tour.aktenzeichen()));
    }

    @Test
    void aTourWithoutOrdersIsOverBeforeItBegins() {
        var order = order("sofort", "Papier");
        tourbildung.bilden();
        vorgaenge.close(order.id(), "geleert");

        assertThat(begin(tours().getFirst()).daten()).containsEntry("anzahl", 0);
        assertThat(status()).containsExactly("BEENDET");
    }

    @Test
    void emptiedOrdersAreToldAndTheOthersAreFreeAgainAfterAPause() {
        var orders =
                IntStream.range(0, 3).mapToObj(i -> order("sofort", "Papier")).toList();
        tourbildung.bilden();
        var message = tours().getFirst();
        var tour = begin(message);

        assertThat(report(message, tour, false, "7")).isInstanceOf(JobResult.BusinessError.class);
        assertThat(done()).isEmpty();
        assertThat(reload(tour).daten()).containsEntry("hinweis", "Auf dieser Tour gibt es keinen Halt „7“.");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(report(message, tour, false, "2"))
                    .isEqualTo(new JobResult.Completed(Map.of("ergebnis", "teilweiseGefahren")));
        }

        var left = jdbc.sql("select auftrag_id from workers.tour_halt where nummer = 2")
                .query(UUID.class)
                .single();
        assertThat(done())
                .containsExactlyInAnyOrderElementsOf(orders.stream()
                        .map(TourenTests::ausloeser)
                        .filter(id -> !id.equals(left))
                        .map(UUID::toString)
                        .toList());
        assertThat(reload(tour).daten()).containsEntry("hinweis", null).containsEntry("nichtGeleert", 1);
        assertThat(vorgaenge
                        .findByAusloeser(new AusloeserId(left))
                        .orElseThrow()
                        .daten())
                .containsEntry("tourHindernis", "zugeparkt");
        orders.stream()
                .filter(order -> !ausloeser(order).equals(left))
                .forEach(order -> vorgaenge.close(order.id(), "aufTour"));
        tourbildung.bilden();
        assertThat(tours()).hasSize(1);

        uhr.forward(Duration.ofMinutes(121));
        tourbildung.bilden();
        assertThat(tours()).hasSize(2);
        assertThat(tours().getLast()).containsEntry("anzahl", 1);
    }

    @Test
    void theWayIsValidGpxWhateverPlacesAreCalled() throws Exception {
        open(daten("sofort", "Papier", "<rte>]]> & „Ödland“ \u0001"));
        order("sofort", "Papier");
        tourbildung.bilden();
        var message = tours().getFirst();
        var tour = begin(message);

        var result = run("touren.ausgeben", message, tour, Map.of());
        var id = DokumentId.of(
                String.valueOf(((JobResult.Completed) result).variables().get("dokumentId")));
        dokumente.file(id);

        var document = dokumente.find(id).orElseThrow();
        assertThat(document.dokument().mediaType()).isEqualTo("application/gpx+xml");
        assertThat(document.dokument().name()).endsWith(".gpx").doesNotContain("/");
        var root = parse(document.content());
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.topografix.com/GPX/1/1");
        assertThat(root.getAttribute("version") + root.getAttribute("creator")).isEqualTo("1.1Amtsfluss");
        assertThat(names(root)).containsExactly("metadata", "wpt", "wpt", "rte");
        assertThat(names((Element) root.getLastChild())).containsExactly("name", "rtept", "rtept", "rtept", "rtept");
        var points = root.getElementsByTagName("*");
        for (int i = 0; i < points.getLength(); i++) {
            if (points.item(i) instanceof Element point && point.hasAttribute("lat")) {
                assertThat(point.getAttribute("lat")).matches("52\\.[0-9]{6}");
                assertThat(point.getAttribute("lon")).matches("8\\.[0-9]{6}");
                assertThat(names(point)).containsExactly("name", "desc");
            }
        }
        assertThat(root.getTextContent()).contains("<rte>]]> & „Ödland“  ");
    }

    private boolean isMorning() {
        var now = uhr.instant().atZone(OFFICE);
        return now.getHour() == 9 && now.getDayOfWeek() != DayOfWeek.SATURDAY && now.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private Vorgang order(String massnahme, String fraktion) {
        return open(daten(massnahme, fraktion, "Musterplatz"));
    }

    private Map<String, @Nullable Object> daten(String massnahme, String fraktion, String platz) {
        long number = KEYS.incrementAndGet();
        var frist = Duration.ofHours(massnahme.equals("sofort") ? 5 : 48);
        var daten = new HashMap<String, @Nullable Object>(Map.of(
                "containerId",
                "BI-C-" + number,
                "ort",
                platz + ", Anderswo",
                "breite",
                52.02 + number % 100 / 10_000.0,
                "laenge",
                8.54,
                "fraktion",
                fraktion,
                "volumenLiter",
                1100,
                "fuellstandProzent",
                88.5,
                "massnahme",
                massnahme,
                "prioritaet",
                60,
                "fristAm",
                uhr.instant().plus(frist).toString()));
        daten.put("bezirk", bezirk);
        return daten;
    }

    private Vorgang open(Map<String, @Nullable Object> daten) {
        return open("container-leeren", AusloeserId.random(), daten);
    }

    private Vorgang open(String verfahren, AusloeserId ausloeser, Map<String, @Nullable Object> daten) {
        var wanted = new NewVorgang(
                KEYS.incrementAndGet(),
                verfahren,
                "700.3-70.41",
                "Probe",
                ausloeser,
                "sensor",
                Set.of("betriebshof"),
                daten);
        var vorgang = vorgaenge.open(wanted).vorgang();
        opened.add(vorgang);
        return vorgang;
    }

    /** What was told to start the tours of this test, the oldest first. */
    private List<Map<String, Object>> tours() {
        return jdbc
                .sql("select facts from processes.message_outbox where name = 'tour-fahren.tourGeplant' order by seq")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .map(TourenTests::facts)
                .filter(facts -> bezirk.equals(facts.get("bezirk")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(String json) {
        return JsonMapper.shared().readValue(json, Map.class);
    }

    private List<String> done() {
        return jdbc.sql("""
                select correlation_key from processes.message_outbox m join workers.tour_halt h
                    on h.auftrag_id::text = m.correlation_key
                where m.name = 'container-leeren.tourErledigt'""").query((row, number) -> row.getString(1)).list();
    }

    private List<String> status() {
        return jdbc.sql("select status from workers.tour where bezirk = :bezirk")
                .param("bezirk", bezirk)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> protokoll(Map<String, Object> message) {
        return jdbc.sql("select aktion from processes.protokoll where objektart = 'TOUR' and objekt_id = :id")
                .param("id", message.get("tourId"))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Vorgang begin(Map<String, Object> message) {
        var vorgang = vorgaenge
                .findByAusloeser(AusloeserId.of(tourId(message)))
                .orElseGet(() -> open("tour-fahren", AusloeserId.of(tourId(message)), new HashMap<>()));
        run("touren.beginnen", message, vorgang, Map.of());
        return reload(vorgang);
    }

    private JobResult report(Map<String, Object> message, Vorgang tour, boolean all, String blocked) {
        return run("touren.melden", message, tour, Map.of("alleGeleert", all, "zugeparkteHalte", blocked));
    }

    private JobResult run(String type, Map<String, Object> message, Vorgang tour, Map<String, Object> variables) {
        var all = new HashMap<>(variables);
        all.put("tourId", tourId(message));
        all.put("vorgangId", tour.id().toString());
        return handlers.stream()
                .filter(handler -> handler.jobType().equals(type))
                .map(handler -> run(handler, all))
                .findFirst()
                .orElseThrow();
    }

    private static <T> JobResult run(JobHandler<T> handler, Map<String, Object> variables) {
        var input = JsonMapper.shared().convertValue(variables, handler.inputType());
        return handler.handle(new Job<>(1, 1, KEYS.incrementAndGet(), "tour-fahren", Map.of(), input));
    }

    private Vorgang reload(Vorgang vorgang) {
        return vorgaenge.find(vorgang.id()).orElseThrow();
    }

    private static String tourId(Map<String, Object> message) {
        return String.valueOf(message.get("tourId"));
    }

    private static UUID ausloeser(Vorgang vorgang) {
        return Objects.requireNonNull(vorgang.ausloeser()).value();
    }

    private static Element parse(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
    }

    private static List<String> names(Element parent) {
        var children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .map(Node::getLocalName)
                .filter(Objects::nonNull)
                .toList();
    }
}
