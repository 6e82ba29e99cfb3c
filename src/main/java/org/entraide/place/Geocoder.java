package org.entraide.place;

/** Finds places. An implementation may ask the network; the embedded one never does. */
public interface Geocoder {

  /** The name in {@link Place#provider}. */
  String name();

  Located locate(PlaceQuery query);
}
