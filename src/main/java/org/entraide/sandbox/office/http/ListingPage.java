package org.entraide.sandbox.office.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param from the index of its first entry
 * @param size entries a page at most
 * @param bound what the token is bound to: another filter cannot go on with it
 */
public record ListingPage(int from, int size, String bound) {

  /**
   * Reads which page is asked for.
   *
   * @param sizeName the parameter that says how many entries; absent or 0 is the usual number
   * @throws ApiException 400 for a token that is none, or that belongs to another listing
   */
  public static ListingPage of(
      OfficeRequest request, String sizeName, int usual, int most, String bound) {
    int askedSize = request.parameter(sizeName).map(text -> number(text, sizeName)).orElse(0);
    if (askedSize < 0) {
      throw ApiException.invalid("Request contains an invalid argument.");
    }
    int size = askedSize == 0 ? usual : Math.min(askedSize, most);
    int from =
        request
            .parameter("pageToken")
            .filter(t -> !t.isEmpty())
            .map(t -> offset(t, bound))
            .orElse(0);
    return new ListingPage(from, size, bound);
  }

  private static int number(String text, String name) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiException.invalid(
          "Invalid value at '%s' (TYPE_INT32), \"%s\"".formatted(name, text));
    }
  }

  private static int offset(String token, String bound) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      if (colon > 0 && plain.substring(colon + 1).equals(bound)) {
        return Integer.parseInt(plain.substring(0, colon));
      }
    } catch (IllegalArgumentException e) {
      // no base64, or no number in it: refused below like a token of another listing
    }
    throw ApiException.invalid("Request contains an invalid argument.");
  }

  public <T> List<T> slice(List<T> all) {
    int start = Math.min(from, all.size());
    return all.subList(start, Math.min(start + size, all.size()));
  }

  /** The token of the page after this one, where there is one. */
  public Optional<String> next(int total) {
    if (from + size >= total) {
      return Optional.empty();
    }
    byte[] plain = ((from + size) + ":" + bound).getBytes(StandardCharsets.UTF_8);
    return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(plain));
  }
}
