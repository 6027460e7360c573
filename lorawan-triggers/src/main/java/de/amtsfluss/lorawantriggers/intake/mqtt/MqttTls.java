package de.amtsfluss.lorawantriggers.intake.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Whom an encrypted connection trusts and who it is, by its settings. The broker's name is always checked. */
final class MqttTls {

    private final String prefix;
    private final Tls settings;
    private final SslBundles bundles;

    /**
     * Takes the settings.
     *
     * @param prefix what their names begin with, for the messages
     */
    MqttTls(String prefix, Tls settings, SslBundles bundles) {
        this.prefix = prefix;
        this.settings = settings;
        this.bundles = bundles;
    }

    /** Whether something is set. */
    boolean isSet() {
        return settings.bundle() != null
                || settings.caFile() != null
                || settings.certificateFile() != null
                || settings.keyFile() != null;
    }

    /**
     * The configuration of the client.
     *
     * @throws IllegalStateException if a file or bundle cannot be used; the message says which
     */
    MqttClientSslConfig configuration() {
        var name = settings.bundle();
        var key = key();
        var trusted = trusted();
        try {
            var bundle = name == null ? SslBundle.of(new PemSslStoreBundle(key, trusted)) : bundles.getBundle(name);
            var managers = bundle.getManagers();
            var configuration = MqttClientSslConfig.builder().trustManagerFactory(managers.getTrustManagerFactory());
            if (name != null || key != null) {
                configuration = configuration.keyManagerFactory(managers.getKeyManagerFactory());
            }
            return configuration.build();
        } catch (NoSuchSslBundleException | IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw unusable(e.getMessage(), e);
        }
    }

    private @Nullable PemSslStoreDetails trusted() {
        var certificates = read("ca-file", settings.caFile());
        return certificates == null ? null : PemSslStoreDetails.forCertificates(certificates);
    }

    private @Nullable PemSslStoreDetails key() {
        var certificate = read("certificate-file", settings.certificateFile());
        var key = read("key-file", settings.keyFile());
        if ((certificate == null) != (key == null)) {
            throw unusable("of certificate-file and key-file only one is set", null);
        }
        return certificate == null
                ? null
                : PemSslStoreDetails.forCertificates(certificate)
                        .withPrivateKey(key)
                        .withPrivateKeyPassword(settings.keyPassword());
    }

    private @Nullable String read(String setting, @Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            var text = Files.readString(file);
            if (!text.contains("-----BEGIN ")) {
                throw unusable("%s '%s' holds no PEM".formatted(setting, file), null);
            }
            return text;
        } catch (IOException e) {
            throw unusable("%s '%s' cannot be read: %s".formatted(setting, file, e), e);
        }
    }

    private IllegalStateException unusable(@Nullable String what, @Nullable Throwable cause) {
        return new IllegalStateException(
                "Expected certificates of PEM files or a bundle in %s.tls, but %s".formatted(prefix, what), cause);
    }
}
