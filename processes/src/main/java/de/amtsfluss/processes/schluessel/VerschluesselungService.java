package de.amtsfluss.processes.schluessel;

import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals by AES-256-GCM; Vorgang and purpose are authenticated with the content, so that nothing can be swapped. */
final class VerschluesselungService implements Verschluesselung {

    /** Draws the key of the search, which belongs to no Vorgang. */
    private static final VorgangId SEARCH = new VorgangId(new UUID(0, 0));

    /** The length of the nonce and of the tag that NIST SP 800-38D recommends (5.2.1.1, 5.2.1.2). */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Schluesselspeicher keys;

    VerschluesselungService(Schluesselspeicher keys) {
        this.keys = keys;
    }

    @Override
    public byte[] seal(VorgangId vorgang, String purpose, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, keys.obtain(vorgang), nonce, vorgang, purpose);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            var written = cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return Arrays.copyOf(sealed, NONCE_BYTES + written);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Expected to encrypt data of Vorgang '%s', but failed".formatted(vorgang), e);
        }
    }

    @Override
    public Optional<byte[]> open(VorgangId vorgang, String purpose, byte[] sealed) {
        return keys.find(vorgang).map(key -> open(key, vorgang, purpose, sealed));
    }

    @Override
    public List<Optional<byte[]>> openAll(String purpose, List<Sealed> all) {
        var found = keys.find(all.stream().map(one -> one.vorgang().value()).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> Optional.ofNullable(found.get(one.vorgang().value()))
                        .map(key -> open(key, one.vorgang(), purpose, one.content())))
                .toList();
    }

    private static byte[] open(SecretKey key, VorgangId vorgang, String purpose, byte[] sealed) {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, vorgang, purpose)
                    .doFinal(sealed, NONCE_BYTES, Math.max(0, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Expected to decrypt '%s' of Vorgang '%s', but it is not what was encrypted"
                            .formatted(purpose, vorgang),
                    e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, VorgangId vorgang, String purpose)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((vorgang + ":" + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public byte[] derive(VorgangId vorgang, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.obtain(vorgang));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected the JDK to know HMAC-SHA-256, but it does not", e);
        }
    }

    @Override
    public byte[] deriveForSearch(String purpose) {
        return derive(SEARCH, purpose);
    }

    @Override
    public boolean destroy(VorgangId vorgang) {
        return keys.destroy(vorgang);
    }
}
