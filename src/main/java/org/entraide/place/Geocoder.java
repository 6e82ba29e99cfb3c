package org.entraide.place;

import java.util.Optional;
import org.entraide.text.Message;

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

  /** Whose data it is, in the words that their licence asks to be shown; empty for nobody's. */
  default String attribution() {
    return "";
  }

  /**
   * Asks for a harmless well-known place, over the network where that is where the answers are.
   *
   * @return what is wrong; empty when it answers as it should
   */
  default Optional<Message> trouble() {
    return Optional.empty();
  }
}
