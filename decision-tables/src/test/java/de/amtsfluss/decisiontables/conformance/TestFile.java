package de.amtsfluss.decisiontables.conformance;

import de.amtsfluss.decisiontables.conformance.ConformanceCase.Expectation;
import de.amtsfluss.decisiontables.names.KnownNames;
import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A file with {@code <testCases>}.
 *
 * @param model the name of the DMN file beside it
 * @param cases its cases
 */
record TestFile(String model, List<ConformanceCase> cases) {

    private static final String NAMESPACE = "http://www.omg.org/spec/DMN/20160719/testcase";

    /** Reads a file; empty when it is no test file. */
    static Optional<TestFile> read(Path file) {
        Element root = root(file);
        if (!"testCases".equals(root.getLocalName()) || !NAMESPACE.equals(root.getNamespaceURI())) {
            return Optional.empty();
        }
        String model = children(root, "modelName")
                .findFirst()
                .map(name -> name.getTextContent().strip())
                .orElseThrow(() -> new IllegalArgumentException("Expected a <modelName> in %s".formatted(file)));
        String name = String.valueOf(file.getFileName());
        return Optional.of(new TestFile(
                model,
                children(root, "testCase").map(test -> testCase(name, test)).toList()));
    }

    static Element root(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return UntrustedXml.root(content);
        } catch (SAXException e) {
            throw new IllegalArgumentException("Expected XML in %s".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Element> children(Element parent, String name) {
        return UntrustedXml.children(parent).filter(child -> name.equals(child.getLocalName()));
    }

    private static ConformanceCase testCase(String file, Element test) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        children(test, "inputNode").forEach(node -> inputs.put(name(node), value(node)));
        List<Expectation> expectations = children(test, "resultNode")
                .map(node -> new Expectation(name(node), expected(node)))
                .toList();
        return new ConformanceCase(
                file,
                test.getAttribute("id"),
                KnownNames.canonical(test.getAttribute("invocableName")),
                inputs,
                expectations);
    }

    private static @Nullable Object expected(Element node) {
        return Boolean.parseBoolean(node.getAttribute("errorResult"))
                ? null
                : children(node, "expected").findFirst().map(TestFile::value).orElse(null);
    }

    private static String name(Element element) {
        return KnownNames.canonical(element.getAttribute("name"));
    }

    /** Reads a value, a list or the components of a context; an element with none of these is null. */
    private static @Nullable Object value(Element holder) {
        List<Element> components = children(holder, "component").toList();
        if (!components.isEmpty()) {
            Map<String, @Nullable Object> context = new LinkedHashMap<>();
            components.forEach(component -> context.put(name(component), value(component)));
            return context;
        }
        Optional<Element> list = children(holder, "list").findFirst();
        if (list.isPresent()) {
            List<@Nullable Object> items = new ArrayList<>();
            children(list.get(), "item").forEach(item -> items.add(value(item)));
            return items;
        }
        return children(holder, "value").findFirst().map(TestValues::read).orElse(null);
    }
}
