package org.entraide.google.auth;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entraide.file.secret.SecretLine;
import org.entraide.text.Message;

/**
 * Seals tokens for a place that others can read: {@code 1:KEY:SEALED}, where KEY distinguishes keys
 * and SEALED is, in base64, a nonce of 12 bytes, what AES-256-GCM (NIST SP 800-38D) makes of the
 * token, and its tag of 16 bytes. The token's name is sealed along, so that nobody can put one
 * person's in place of another's.
 */
public final class TokenSeal {

  private static final String VERSION = "1";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** 32 bits: enough to distinguish the few keys of one administrator. */
  private static final int KEY_NAME_BYTES = 4;

  private static final Message MAKE_ONE = Message.of("google.seal.make");

  private final Path file;
  private final SecretKeySpec key;
  private final String keyName;
  private final RandomGenerator random;

  private TokenSeal(Path file, byte[] key, RandomGenerator random) {
    this.file = file;
    this.key = new SecretKeySpec(key, "AES");
    byte[] named = ByteBuffer.allocate(1 + key.length).put((byte) 'k').put(key).array();
    this.keyName =
        HexFormat.of().formatHex(Hashing.sha256().hashBytes(named).asBytes(), 0, KEY_NAME_BYTES);
    this.random = random;
  }

  /**
   * A seal with the key in a file: 32 bytes in base64 on its first line.
   *
   * @param random for nonces; must be such that none ever comes twice
   * @throws CredentialProblem if the file does not do
   */
  public static TokenSeal of(Path file, RandomGenerator random) throws CredentialProblem {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(SecretLine.read(file));
    } catch (SecretLine.Unfit e) {
      Message close = Message.of("google.seal.close").with("file", file.toString());
      throw new CredentialProblem(file, e.words(), e.isExposed() ? close : MAKE_ONE);
    } catch (IllegalArgumentException e) {
      throw new CredentialProblem(file, "google.seal.no_base", MAKE_ONE);
    }
    if (key.length != KEY_BYTES) {
      throw new CredentialProblem(
          file, Message.of("google.seal.length").with("count", key.length), MAKE_ONE);
    }
    return new TokenSeal(file, key, random);
  }

  /**
   * Seals a text.
   *
   * @param name under which it will be kept
   */
  String seal(String name, byte[] clear) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(clear);
      byte[] whole =
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return String.join(":", VERSION, keyName, Base64.getEncoder().encodeToString(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM.", e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @param name under which it was kept
   * @throws TokenFormat.Unreadable if it was sealed by another key, or changed since
   */
  byte[] open(String name, String text) throws TokenFormat.Unreadable {
    String[] parts = text.split(":", -1);
    if (!parts[0].equals(VERSION)) {
      throw new TokenFormat.Unreadable("google.token.newer");
    }
    if (parts.length != 3) {
      throw new TokenFormat.Unreadable("google.token.cut");
    }
    if (!parts[1].equals(keyName)) {
      throw new TokenFormat.Unreadable(
          Message.of("google.token.other_key").with("file", file.toString()));
    }
    try {
      ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
      if (whole.remaining() < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
        throw new TokenFormat.Unreadable("google.token.cut");
      }
      byte[] nonce = new byte[NONCE_BYTES];
      whole.get(nonce);
      byte[] sealed = new byte[whole.remaining()];
      whole.get(sealed);
      return cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(sealed);
    } catch (IllegalArgumentException | AEADBadTagException e) {
      throw new TokenFormat.Unreadable("google.token.changed");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM.", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((VERSION + ":" + name).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "TokenSeal[" + file + "]"; // without the key
  }
}
