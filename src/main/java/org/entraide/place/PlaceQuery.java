package org.entraide.place;

import org.entraide.text.ReadLimit;

/**
 * What a person wrote about where they live, as one or several answers; empty for what was not
 * asked or not answered. Of a text without end the beginning is kept.
 *
 * @param address free text, with or without the rest
 * @param countryHint ISO 3166-1 alpha-2: where an address without a country is looked for; empty
 *     for none
 */
public record PlaceQuery(
    String address, String city, String postcode, String country, String countryHint) {

  public PlaceQuery {
    address = ReadLimit.cut(address);
    city = ReadLimit.cut(city);
    postcode = ReadLimit.cut(postcode);
    country = ReadLimit.cut(country);
  }

  public static PlaceQuery ofText(String text, String countryHint) {
    return new PlaceQuery(text, "", "", "", countryHint);
  }

  /** Whether nothing at all was written. */
  public boolean isBlank() {
    return address.isBlank() && city.isBlank() && postcode.isBlank() && country.isBlank();
  }

  /** Never the text: it is where someone lives. */
  @Override
  public String toString() {
    return "PlaceQuery[…]";
  }
}
