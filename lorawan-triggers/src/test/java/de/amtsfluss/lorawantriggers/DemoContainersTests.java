package de.amtsfluss.lorawantriggers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoContainersTests {

    @Test
    void areTwentyInAllDistrictsOfBielefeld() {
        var demo = DemoContainers.read();

        assertThat(demo).hasSize(20);
        assertThat(demo).extracting(Container::id).doesNotHaveDuplicates();
        assertThat(demo).extracting(container -> container.sensor().devEui()).doesNotHaveDuplicates();
        assertThat(demo).extracting(Container::fraktion).contains(Container.Fraktion.values());
        assertThat(demo)
                .extracting(DemoContainersTests::stadtbezirk)
                .contains(
                        "Mitte",
                        "Schildesche",
                        "Gadderbaum",
                        "Brackwede",
                        "Dornberg",
                        "Jöllenbeck",
                        "Heepen",
                        "Stieghorst",
                        "Sennestadt",
                        "Senne");
        assertThat(demo).allSatisfy(container -> {
            assertThat(container.breite()).isBetween(51.91, 52.12);
            assertThat(container.laenge()).isBetween(8.37, 8.67);
        });
    }

    private static String stadtbezirk(Container container) {
        return container.ort().substring(container.ort().lastIndexOf(", ") + 2);
    }
}
