package org.entraide.place;

/**
 * Where someone is, and how well that is known.
 *
 * @param point the middle of what is known
 * @param precision what sort of thing was recognised
 * @param uncertaintyKm the true place lies within this of the point
 * @param name what people call it, such as {@code South Kensington, Londres}
 * @param country ISO 3166-1 alpha-2, such as {@code GB}
 * @param confidence from 0 to 1, how sure it is that this is the place that was meant
 * @param provider which geocoder said so, such as {@code embedded}
 */
public record Place(
    GeoPoint point,
    Precision precision,
    double uncertaintyKm,
    String name,
    String country,
    double confidence,
    String provider) {}
