package de.amtsfluss.workers.notifications.print;

import de.amtsfluss.processes.Anschrift;
import java.util.List;
import java.util.UUID;

/**
 * A letter ready to be printed.
 *
 * @param versand its dispatch
 * @param aktenzeichen the reference
 * @param anschriftzone the lines for the window of the envelope (DIN 5008)
 * @param content the letter as PDF
 * @param seiten how many pages it has
 */
record Brief(UUID versand, String aktenzeichen, List<String> anschriftzone, byte[] content, int seiten) {

    static List<String> anschriftzone(String name, Anschrift anschrift) {
        return List.of(line(name), line(anschrift.strasse()), line(anschrift.plz() + " " + anschrift.ort()));
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
