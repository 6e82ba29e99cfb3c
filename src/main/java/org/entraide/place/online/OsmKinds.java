package org.entraide.place.online;

import java.util.Optional;

/** What OpenStreetMap's words for places come to. */
final class OsmKinds {

  private OsmKinds() {}

  /** By the value of the tag {@code place}. */
  static Optional<Extent> place(String value) {
    return Optional.ofNullable(
        switch (value) {
          case "city" -> Extent.CITY;
          case "town", "municipality" -> Extent.TOWN;
          case "village", "hamlet", "isolated_dwelling", "locality" -> Extent.VILLAGE;
          case "borough", "suburb", "quarter", "neighbourhood", "city_district", "city_block" ->
              Extent.DISTRICT;
          case "county", "state", "region", "province", "country", "state_district", "island" ->
              Extent.REGION;
          case "house" -> Extent.HOUSE;
          default -> null;
        });
  }

  /** By the layer that a hit is in; a shop or a school is in the layer of houses. */
  static Optional<Extent> layer(String type) {
    return Optional.ofNullable(
        switch (type) {
          case "house" -> Extent.HOUSE;
          case "street" -> Extent.STREET;
          case "locality", "district" -> Extent.DISTRICT;
          case "city" -> Extent.CITY;
          case "county", "state", "country" -> Extent.REGION;
          default -> null;
        });
  }

  /** How well known a place of that kind is, in steps. */
  static double weight(String value) {
    return switch (value) {
      case "city" -> 4;
      case "town", "municipality", "borough" -> 2;
      case "village", "suburb", "administrative" -> 1;
      default -> 0;
    };
  }
}
