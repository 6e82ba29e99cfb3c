package org.entraide.place;

/**
 * What a person wrote about where they live, as one or several answers; empty for what was not
 * asked or not answered.
 *
 * @param address free text, with or without the rest
 * @param countryHint ISO 3166-1 alpha-2: where an address without a country is looked for; empty
 *     for none
 */
public record PlaceQuery(
    String address, String city, String postcode, String country, String countryHint) {

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
