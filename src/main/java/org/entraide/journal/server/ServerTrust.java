package org.entraide.journal.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * How sure it must be that a database server is the one that is meant, before it is sent a
 * password. The driver's own choice is to encrypt where the server offers it, and to believe any
 * certificate.
 *
 * @param elsewhere whether one of the servers is on another machine
 * @param mode of the address, as the driver calls it; empty where the address names none
 * @param properties what the driver is given besides the address
 */
record ServerTrust(boolean elsewhere, String mode, Map<String, String> properties) {

  private static final String VERIFIED = "verify-full";

  private static final String FACTORY = "sslfactory";

  /** The driver's own choice, which looks for certificates in the home directory. */
  private static final String USUAL_FACTORY =
      parsed("jdbc:postgresql:entraide").getOrDefault(FACTORY, "");

  /** Java's own certificates instead of a file in the home directory. */
  private static final String JAVAS_CERTIFICATES = "org.postgresql.ssl.DefaultJavaSSLFactory";

  /**
   * @param url a {@code jdbc:postgresql:} address
   * @param home where the driver looks for {@code .postgresql/root.crt}
   */
  static ServerTrust of(String url, Path home) {
    Map<String, String> parsed = parsed(url);
    boolean elsewhere =
        !List.of(parsed.getOrDefault("PGHOST", "").split(",", -1)).stream()
            .allMatch(ServerTrust::isHere);
    String mode = mode(parsed);
    Map<String, String> properties = new HashMap<>();
    if (mode.isEmpty() && elsewhere) {
      properties.put("sslmode", VERIFIED);
    }
    boolean verifies = mode.startsWith("verify-") || properties.containsKey("sslmode");
    if (verifies
        && !parsed.containsKey("sslrootcert")
        && parsed.getOrDefault(FACTORY, "").equals(USUAL_FACTORY)
        && !Files.exists(home.resolve(".postgresql").resolve("root.crt"))) {
      properties.put(FACTORY, JAVAS_CERTIFICATES);
    }
    return new ServerTrust(elsewhere, mode, Map.copyOf(properties));
  }

  /** What the driver reads in an address; nothing in one that it will refuse. */
  private static Map<String, String> parsed(String url) {
    Map<String, String> parsed = new HashMap<>();
    try {
      for (var property : DriverManager.getDriver(url).getPropertyInfo(url, new Properties())) {
        if (property.value != null) {
          parsed.put(property.name, property.value);
        }
      }
    } catch (SQLException e) {
      return Map.of(); // connecting says what is wrong with it
    }
    return parsed;
  }

  /** As the driver reads it: {@code ssl=true} alone is the strictest mode. */
  private static String mode(Map<String, String> parsed) {
    String mode = parsed.getOrDefault("sslmode", "").toLowerCase(Locale.ROOT);
    String ssl = parsed.get("ssl");
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
