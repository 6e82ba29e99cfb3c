package org.entraide.campaign.world;

import java.util.Set;
import java.util.TreeSet;
import org.entraide.place.PostcodeFiles;

/** Postcode files that are there because a test says so. */
public final class FakePostcodeFiles implements PostcodeFiles {

  private final Set<String> countries = new TreeSet<>();

  public void add(String country) {
    countries.add(country);
  }

  @Override
  public boolean hasCodesOf(String country, int letters) {
    return countries.contains(country);
  }

  @Override
  public Set<String> edition() {
    return Set.copyOf(countries);
  }
}
