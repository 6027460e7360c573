package de.amtsfluss.processes.model;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schema of BPMN 2.0, as the engine's model library ships it. */
final class ModelSchema {

    private static final String CURRENT_ELEMENT = "http://apache.org/xml/properties/dom/current-element-node";
    private static final Schema SCHEMA = load();

    private ModelSchema() {}

    /** Everything in which a document does not follow the schema. */
    static List<Finding> check(ModelFile file, Document document) {
        var validator = SCHEMA.newValidator();
        var findings = new Findings(file, validator);
        validator.setErrorHandler(findings);
        try {
            validator.validate(new DOMSource(document));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("Expected to validate the parsed '%s', but failed".formatted(file), e);
        }
        return findings.all;
    }

    private static Schema load() {
        try {
            return SchemaFactory.newDefaultInstance()
                    .newSchema(
                            Objects.requireNonNull(Bpmn.class.getClassLoader().getResource("BPMN20.xsd")));
        } catch (SAXException e) {
            throw new IllegalStateException("Expected to read the schema of BPMN 2.0, but failed", e);
        }
    }

    /** Goes on after each error. */
    private static final class Findings implements ErrorHandler {

        private final List<Finding> all = new ArrayList<>();
        private final ModelFile file;
        private final Validator validator;

        private Findings(ModelFile file, Validator validator) {
            this.file = file;
            this.validator = validator;
        }

        @Override
        public void warning(SAXParseException exception) {
            error(exception);
        }

        @Override
        public void error(SAXParseException exception) {
            all.add(new Finding(
                    file.name(),
                    element(),
                    "Expected the model to follow the schema of BPMN 2.0, but: " + exception.getMessage()));
        }

        @Override
        public void fatalError(SAXParseException exception) {
            error(exception);
        }

        private String element() {
            try {
                return validator.getProperty(CURRENT_ELEMENT) instanceof Element element ? ModelXml.id(element) : "";
            } catch (SAXException e) {
                // Another validator than the JDK's does not tell where it is.
                return "";
            }
        }
    }
}
