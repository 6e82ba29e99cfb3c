package org.entraide.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * How sure it must be that a database server is the one that is meant, before it hears a password.
 * The driver's own choice is to encrypt where the server offers it, and to believe any certificate.
 *
 * @param elsewhere whether one of the servers is on another machine
 * @param mode of the address, as the driver calls it; empty where the address names none
 * @param properties what the driver is given besides the address
 */
record ServerTrust(boolean elsewhere, String mode, Map<String, String> properties) {

  private static final String VERIFIED = "verify-full";

  /** Java's own certificates instead of a file in the home directory. */
  private static final String JAVAS_CERTIFICATES = "org.postgresql.ssl.DefaultJavaSSLFactory";

  /**
   * @param url a {@code jdbc:postgresql:} address
   * @param home where the driver looks for {@code .postgresql/root.crt}
   */
  static ServerTrust of(String url, Path home) {
    Properties parsed = Driver.parseURL(url, new Properties());
    if (parsed == null) { // the driver refuses it, too, and says why
      return new ServerTrust(true, "", Map.of("sslmode", VERIFIED));
    }
    boolean elsewhere = !List.of(parsed.getProperty("PGHOST", "localhost").split(",")).stream()
        .allMatch(ServerTrust::isHere);
    String mode = mode(parsed);
    Map<String, String> properties = new HashMap<>();
    if (mode.isEmpty() && elsewhere) {
      properties.put("sslmode", VERIFIED);
    }
    boolean verifies = mode.startsWith("verify-") || properties.containsKey("sslmode");
    if (verifies
        && parsed.getProperty("sslrootcert") == null
        && parsed.getProperty("sslfactory") == null
        && !Files.exists(home.resolve(".postgresql").resolve("root.crt"))) {
      properties.put("sslfactory", JAVAS_CERTIFICATES);
    }
    return new ServerTrust(elsewhere, mode, Map.copyOf(properties));
  }

  /** As the driver reads it: {@code ssl=true} alone is the strictest mode. */
  private static String mode(Properties parsed) {
    String mode = parsed.getProperty("sslmode", "").toLowerCase(Locale.ROOT);
    String ssl = parsed.getProperty("ssl");
    if (!mode.isEmpty() || ssl == null) {
      return mode;
    }
    return ssl.isEmpty() || Boolean.parseBoolean(ssl) ? VERIFIED : "prefer";
  }

  /** Whether nobody else can answer in its place. */
  boolean isSure() {
    return !elsewhere || mode.isEmpty() || mode.equals(VERIFIED);
  }

  private static boolean isHere(String host) {
    return host.isEmpty()
        || host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("::1")
        || host.equals("[::1]");
  }
}
