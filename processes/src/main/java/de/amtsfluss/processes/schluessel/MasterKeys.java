package de.amtsfluss.processes.schluessel;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys that wrap the keys of the Vorgaenge (RFC 3394). */
final class MasterKeys {

    private static final int BYTES = 32;

    private final Map<String, SecretKey> byName = new LinkedHashMap<>();
    private final String current;

    MasterKeys(List<String> configured) {
        if (configured.isEmpty()) {
            throw new IllegalStateException(
                    "Expected amtsfluss.processes.schluessel.master-keys to give a key, but it is empty; "
                            + "draw one by: openssl rand -base64 32");
        }
        configured.forEach(key -> {
            var bytes = decode(key);
            byName.put(name(bytes), new SecretKeySpec(bytes, "AES"));
        });
        current = byName.keySet().iterator().next();
    }

    private static byte[] decode(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Told below like a wrong length; the cause would show a part of the key.
        }
        throw new IllegalStateException(
                "Expected amtsfluss.processes.schluessel.master-keys to be 32 bytes in Base64 each, but one is not");
    }

    private static String name(byte[] key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected the JDK to know SHA-256, but it does not", e);
        }
    }

    /** The name of the key that wraps new ones. */
    String current() {
        return current;
    }

    /** The names of the keys that are only there to unwrap. */
    Set<String> older() {
        return byName.keySet().stream().filter(name -> !name.equals(current)).collect(Collectors.toSet());
    }

    byte[] wrap(SecretKey key) {
        try {
            var cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.WRAP_MODE, byName.get(current));
            return cipher.wrap(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected to wrap a key, but it failed", e);
        }
    }

    SecretKey unwrap(String name, byte[] wrapped) {
        var master = byName.get(name);
        if (master == null) {
            throw new IllegalStateException(
                    "Expected the master key '%s' in amtsfluss.processes.schluessel.master-keys, but it is not there"
                            .formatted(name));
        }
        try {
            var cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.UNWRAP_MODE, master);
            return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected to unwrap a key, but it failed", e);
        }
    }
}
