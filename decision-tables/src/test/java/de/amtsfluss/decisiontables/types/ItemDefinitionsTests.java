package de.amtsfluss.decisiontables.types;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class ItemDefinitionsTests {

    private static final DeclaredType NUMBER = new DeclaredType.Basic(BasicType.NUMBER);

    private final List<String> findings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"number", " number ", "feel:number", "Zahl", "t:Zahl"})
    void findsATypeByAllItsNames(String typeRef) throws Exception {
        assertThat(read(item("Zahl", "feel:number")).of(typeRef)).contains(NUMBER);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "integer", "zahl", "list<integer>", "list<", "a:", ":number"})
    void findsNoTypeThatIsNotDefined(String typeRef) throws Exception {
        assertThat(read(item("Zahl", "number")).of(typeRef)).isEmpty();
    }

    @Test
    void knowsListsStructuresAndAllowedValues() throws Exception {
        ItemDefinitions types = read("<itemDefinition name=\"Hund\" isCollection=\"true\">"
                + "<itemComponent name=\"Alter  in Jahren\"><typeRef>number</typeRef>"
                + "<allowedValues><text>[0..30]</text></allowedValues></itemComponent></itemDefinition>");

        assertThat(types.of("list<Hund>"))
                .contains(new DeclaredType.ListOf(new DeclaredType.ListOf(new DeclaredType.Structure(
                        "Hund",
                        Map.of(
                                "Alter in Jahren",
                                new DeclaredType.Restricted("Hund.Alter in Jahren", NUMBER, "[0..30]"))))));
    }

    @Test
    void saysThatATypeIsMadeOfItself() throws Exception {
        read(item("A", "A") + item("B", "list&lt;C>") + item("C", "B"));

        assertThat(findings)
                .containsExactly(
                        "expected the type 'A' to be made of others, but it is made of itself",
                        "expected the type 'B' to be made of others, but it is made of itself");
    }

    @Test
    void saysThatTypesLieTooDeep() throws Exception {
        read(IntStream.range(0, 20_000)
                .mapToObj(number -> item("T" + number, "T" + (number + 1)))
                .collect(Collectors.joining("", "", item("T20000", "number"))));

        assertThat(findings)
                .contains("expected types to be made of others over at most 100 levels, but 'T100' lies deeper");
        assertThat(read("").of("list<".repeat(20_000) + "number" + ">".repeat(20_000)))
                .isEmpty();
    }

    private ItemDefinitions read(String content) throws SAXException, IOException {
        String xml = "<definitions>%s</definitions>".formatted(content);
        return ItemDefinitions.read(
                UntrustedXml.root(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))), findings);
    }

    private static String item(String name, String base) {
        return "<itemDefinition name=\"%s\"><typeRef>%s</typeRef></itemDefinition>".formatted(name, base);
    }
}
