package de.amtsfluss.processes;

import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente.Upload;
import de.amtsfluss.processes.Vorgaenge.NewVorgang;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** People of one test with their Vorgaenge, whom nobody else meets. */
public final class AkteProbe {

    private final String gruppe = "probe-" + UUID.randomUUID();
    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;

    public AkteProbe(Vorgaenge vorgaenge, Dokumente dokumente) {
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
    }

    /** Somebody of the group. */
    public Akteur person(String... more) {
        var gruppen = new HashSet<>(Set.of(more));
        gruppen.add(gruppe);
        return new Akteur("petra.mustermann", "Petra Mustermann", gruppen);
    }

    /** Somebody of the Registratur, who is not in the group. */
    public static Akteur registratur(String... more) {
        var gruppen = new HashSet<>(Set.of(more));
        gruppen.add("registratur");
        return new Akteur("rita.mustermann", "Rita Mustermann", gruppen);
    }

    public Vorgang open(String betreff) {
        return open(betreff, "999-1");
    }

    public Vorgang open(String betreff, String einheit) {
        return vorgaenge
                .open(new NewVorgang(
                        ThreadLocalRandom.current().nextLong(Long.MIN_VALUE, 0),
                        "probe",
                        einheit,
                        betreff,
                        null,
                        "brief",
                        Set.of(gruppe),
                        Map.of()))
                .vorgang();
    }

    public Upload receive(Vorgang vorgang, String name, byte[] content, Richtung richtung) {
        return dokumente.receive(
                new Eingang(vorgang.id(), null, name, null, richtung, null),
                new ByteArrayInputStream(content),
                person());
    }

    public Dokument kept(Vorgang vorgang, String name, byte[] content, Richtung richtung) {
        return ((Upload.Kept) receive(vorgang, name, content, richtung)).dokument();
    }

    /** Some zeros, counted. */
    public static final class Zeros extends InputStream {

        private final long size;
        private long given;

        public Zeros(long size) {
            this.size = size;
        }

        public long given() {
            return given;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            var count = (int) Math.min(length, size - given);
            given += count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
