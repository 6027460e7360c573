package de.amtsfluss.processes.schluessel;

import de.amtsfluss.processes.VorgangId;
import java.util.List;
import java.util.Optional;

/**
 * Encrypts the data of each Vorgang with a key of its own (Art. 32 Abs. 1 lit. a DSGVO). The keys lie in a store of
 * their own, so that the backups of the data are of no use without it; deleting a key erases the data in every copy
 * (Art. 17 DSGVO, CON.6 of the BSI IT-Grundschutz).
 */
public interface Verschluesselung {

    /**
     * Encrypts, drawing the Vorgang's key where it has none yet.
     *
     * @param vorgang whose key
     * @param purpose what it is, for example {@code daten}; it must be the same when it is opened
     * @param plain what to encrypt
     * @return AES-256-GCM (NIST SP 800-38D) with the nonce before it
     * @throws SchluesselGeloeschtException if the key was deleted
     */
    byte[] seal(VorgangId vorgang, String purpose, byte[] plain);

    /**
     * Decrypts.
     *
     * @param vorgang whose key
     * @param purpose what it is
     * @param sealed what {@link #seal} gave
     * @return absent if the key was deleted
     * @throws IllegalStateException if it was sealed by another key, for another purpose, or was changed since
     */
    Optional<byte[]> open(VorgangId vorgang, String purpose, byte[] sealed);

    /**
     * Decrypts many at once, with one question to the store of the keys.
     *
     * @param purpose what they are
     * @param all what {@link #seal} gave
     * @return in the same order, absent where the key was deleted
     */
    List<Optional<byte[]>> openAll(String purpose, List<Sealed> all);

    /**
     * Derives a value that only who has the key can derive: HMAC-SHA-256 (RFC 2104) of the purpose.
     *
     * @param vorgang whose key; drawn where it has none yet
     * @param purpose what for
     * @return 32 bytes
     * @throws SchluesselGeloeschtException if the key was deleted
     */
    byte[] derive(VorgangId vorgang, String purpose);

    /**
     * Derives a value that is the same for all Vorgaenge, for finding what must not be readable.
     *
     * @param purpose what for, with the text to be found
     * @return 32 bytes
     */
    byte[] deriveForSearch(String purpose);

    /**
     * Deletes the key, and with it all that was sealed by it. It is not drawn again.
     *
     * @param vorgang whose key
     * @return false if there was none
     */
    boolean destroy(VorgangId vorgang);

    /**
     * Something encrypted.
     *
     * @param vorgang whose key
     * @param content what {@link #seal} gave
     */
    record Sealed(VorgangId vorgang, byte[] content) {}
}
