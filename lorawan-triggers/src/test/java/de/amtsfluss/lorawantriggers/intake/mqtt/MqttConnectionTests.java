package de.amtsfluss.lorawantriggers.intake.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Connection;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Server;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

class MqttConnectionTests {

    private static final String PREFIX = "amtsfluss.lorawan-triggers.mqtt";

    @TempDir
    private Path folder;

    @Test
    void trustsTheCertificatesOfItsFileAlone() throws Exception {
        var authority = ((X509TrustManager) runtimeTrust().getTrustManagers()[0]).getAcceptedIssuers()[0];
        var file = write("-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(authority.getEncoded())));

        var trusted = tls(new Tls(file, null, null, null, null))
                .configuration()
                .getTrustManagerFactory()
                .orElseThrow()
                .getTrustManagers()[0];

        assertThat(((X509TrustManager) trusted).getAcceptedIssuers()).containsExactly(authority);
    }

    @Test
    void startsOnlyWithCertificatesItCanRead() throws Exception {
        var missing = folder.resolve("missing.pem");
        var text = write("not a certificate");
        var broken = write("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertRefused(new Tls(missing, null, null, null, null), "ca-file '" + missing + "' cannot be read");
        assertRefused(new Tls(text, null, null, null, null), "ca-file '" + text + "' holds no PEM");
        assertRefused(new Tls(broken, null, null, null, null), PREFIX + ".tls");
        assertRefused(new Tls(null, broken, null, null, null), "of certificate-file and key-file only one is set");
        assertRefused(new Tls(null, null, null, null, "nowhere"), "nowhere");
    }

    @Test
    void wantsAnEncryptedAddressForCertificates() {
        assertThatThrownBy(() -> connect("mqtt://localhost", new Tls(null, null, null, null, "any")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin with mqtts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "localhost:1883", "mqtt:///", "mqtt://mustermann:geheim@localhost"})
    void wantsAnAddressOfABroker(String url) {
        assertThatThrownBy(() -> connect(url, new Tls(null, null, null, null, null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Expected amtsfluss.lorawan-triggers.mqtt.url like mqtt://host:1883")
                .hasMessageNotContaining("geheim");
    }

    private static void connect(String url, Tls tls) {
        var settings = new Connection(
                URI.create(url), Server.CHIRPSTACK, null, null, null, null, null, Duration.ofDays(2), 10, tls);
        var unused = new MqttConnection(
                PREFIX, "test", settings, tls(tls), delivery -> CompletableFuture.completedFuture(delivery));
    }

    private static void assertRefused(Tls settings, String sentence) {
        assertThatThrownBy(() -> tls(settings).configuration())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Expected ")
                .hasMessageContaining(sentence);
    }

    private static MqttTls tls(Tls settings) {
        return new MqttTls(PREFIX, settings, new DefaultSslBundleRegistry());
    }

    private static TrustManagerFactory runtimeTrust() throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return factory;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "certificate", ".pem"), text);
    }
}
