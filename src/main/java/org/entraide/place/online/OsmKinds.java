package org.entraide.place.online;

import java.util.Optional;

/** What OpenStreetMap's words for places come to. */
final class OsmKinds {

  private OsmKinds() {}

  /** By the value of the tag {@code place}. */
  static Optional<PlaceExtent> place(String value) {
    return Optional.ofNullable(
        switch (value) {
          case "city" -> PlaceExtent.CITY;
          case "town", "municipality" -> PlaceExtent.TOWN;
          case "village", "hamlet", "isolated_dwelling", "locality" -> PlaceExtent.VILLAGE;
          case "borough", "suburb", "quarter", "neighbourhood", "city_district", "city_block" ->
              PlaceExtent.DISTRICT;
          case "county", "state", "region", "province", "country", "state_district", "island" ->
              PlaceExtent.REGION;
          case "house" -> PlaceExtent.HOUSE;
          default -> null;
        });
  }

  /** By the layer that a hit is in; a shop or a school is in the layer of houses. */
  static Optional<PlaceExtent> layer(String type) {
    return Optional.ofNullable(
        switch (type) {
          case "house" -> PlaceExtent.HOUSE;
          case "street" -> PlaceExtent.STREET;
          case "locality", "district" -> PlaceExtent.DISTRICT;
          case "city" -> PlaceExtent.CITY;
          case "county", "state", "country" -> PlaceExtent.REGION;
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
