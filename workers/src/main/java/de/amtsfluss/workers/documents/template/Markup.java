package de.amtsfluss.workers.documents.template;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the markup of letters and holds it to {@link MarkupRules}, as written in files and once it is filled. */
final class Markup {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private Markup() {}

    /**
     * Checks a file as it is written.
     *
     * @throws BrokenTemplateException if it is no XML or against the rules, with the line
     */
    static void check(LetterFile file) {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newSAXParser().parse(new InputSource(new StringReader(file.text())), new Rules(file));
        } catch (SAXParseException e) {
            throw new BrokenTemplateException(file, e.getLineNumber(), String.valueOf(e.getMessage()), e);
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new BrokenTemplateException(file, 0, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reads what came out when a template was filled.
     *
     * @throws BrokenTemplateException if it is no XML or against the rules
     */
    static Document read(String file, String filled) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var document = builder.parse(new InputSource(new StringReader(filled)));
            checkFilled(file, document.getDocumentElement());
            return document;
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new BrokenTemplateException(file, 0, "filled it is no XML, " + e.getMessage(), e);
        }
    }

    private static void checkFilled(String file, Element element) {
        refuse(file, 0, MarkupRules.refusalOfElement(element.getTagName()));
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            refuse(
                    file,
                    0,
                    MarkupRules.refusalOfAttribute(
                            element.getTagName(), attribute.getNodeName(), attribute.getNodeValue()));
        }
        if (element.getTagName().equals("style")) {
            refuse(file, 0, MarkupRules.refusalOfStyle(element.getTextContent()));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                checkFilled(file, inner);
            }
        }
    }

    private static void refuse(String file, int line, Optional<String> refusal) {
        refusal.ifPresent(reason -> {
            throw new BrokenTemplateException(file, line, reason, null);
        });
    }

    /** Checks element by element, since only a stream knows the lines. */
    private static final class Rules extends DefaultHandler {

        private final LetterFile file;
        private @Nullable Locator locator;

        Rules(LetterFile file) {
            this.file = file;
        }

        @Override
        public void setDocumentLocator(Locator given) {
            locator = given;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            refuseHere(MarkupRules.refusalOfElement(name));
            for (var i = 0; i < attributes.getLength(); i++) {
                refuseHere(MarkupRules.refusalOfAttribute(name, attributes.getQName(i), attributes.getValue(i)));
            }
        }

        @Override
        public void characters(char[] text, int start, int length) {
            refuseHere(MarkupRules.refusalOfText(new String(text, start, length)));
        }

        private void refuseHere(Optional<String> refusal) {
            refuse(file.origin(), locator == null ? 0 : locator.getLineNumber(), refusal);
        }
    }
}
