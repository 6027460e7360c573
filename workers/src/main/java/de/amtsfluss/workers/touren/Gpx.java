package de.amtsfluss.workers.touren;

import de.amtsfluss.workers.touren.GeplanteTour.Stopp;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the way of a tour as GPX 1.1: waypoints for the stops, and a route from the depot over them and back. */
final class Gpx {

    static final String MEDIA_TYPE = "application/gpx+xml";

    private static final String NAMESPACE = "http://www.topografix.com/GPX/1/1";
    private static final String FORBIDDEN = "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter xml;

    private Gpx(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(String name, TourenProperties.Depot depot, GeplanteTour tour) {
        var text = new StringWriter();
        try {
            new Gpx(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text)).write(name, depot, tour);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(
                    "Expected to write the way of tour '%s', but failed".formatted(tour.id()), e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The schema wants metadata, then waypoints, then routes. */
    private void write(String name, TourenProperties.Depot depot, GeplanteTour tour) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("gpx");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("version", "1.1");
        xml.writeAttribute("creator", "Amtsfluss");
        xml.writeStartElement("metadata");
        text("name", name);
        text("time", tour.beginnAm().toString());
        xml.writeEndElement();
        for (var stopp : tour.driven()) {
            point("wpt", stopp);
        }
        xml.writeStartElement("rte");
        text("name", name);
        point("rtept", depot.punkt(), depot.name(), "Depot");
        for (var stopp : tour.driven()) {
            point("rtept", stopp);
        }
        point("rtept", depot.punkt(), depot.name(), "Depot");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void point(String element, Stopp stopp) throws XMLStreamException {
        point(
                element,
                stopp.punkt(),
                "%d %s".formatted(stopp.nummer(), stopp.containerId()),
                "%s, %.0f %%".formatted(stopp.ort(), stopp.fuellstandProzent()));
    }

    private void point(String element, Punkt punkt, String name, String description) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("lat", degrees(punkt.breite()));
        xml.writeAttribute("lon", degrees(punkt.laenge()));
        text("name", name);
        text("desc", description);
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text.replaceAll(FORBIDDEN, " "));
        xml.writeEndElement();
    }

    /** A decimal without exponent (xsd:decimal); six places are a tenth of a metre. */
    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
