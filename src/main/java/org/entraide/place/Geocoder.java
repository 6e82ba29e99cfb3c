package org.entraide.place;

/** Finds places. An implementation may ask the network; the embedded one never does. */
public interface Geocoder {

  /** The name in {@link Place#provider}. */
  String name();

  Located locate(PlaceQuery query);

  /**
   * Returns the same geocoder with places named in that language, if it can.
   *
   * @param language ISO 639, such as {@code fr}
   */
  default Geocoder speaking(String language) {
    return this;
  }
}
