package org.entraide.place.online;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Puts an address together, everything in it escaped. */
final class ServiceUrl {

  private final StringBuilder address;
  private boolean hasParameter;

  /**
   * @param root ends in a slash
   */
  ServiceUrl(URI root, String path) {
    address = new StringBuilder(root.toString()).append(path);
  }

  static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  ServiceUrl with(String name, String value) {
    address.append(hasParameter ? '&' : '?').append(name).append('=').append(escape(value));
    hasParameter = true;
    return this;
  }

  URI uri() {
    return URI.create(address.toString());
  }
}
