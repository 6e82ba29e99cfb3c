package org.entraide.place;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.text.Message;

/**
 * Whose place would be known better with a national postcode file, and what to say about it. Goes
 * by the grammar of the codes alone: whether a code exists only the file knows.
 */
public final class PostcodeAdvice {

  /** Countries whose whole codes mean a few houses, and that publish where these are. */
  public enum Country {
    GB(5, 200, "(?<![A-Z0-9])[A-Z]{1,2}[0-9][A-Z0-9]? {0,2}[0-9][ABD-HJLNP-UW-Z]{2}(?![A-Z0-9])"),
    CA(6, 500, "(?<![A-Z0-9])[ABCEGHJ-NPRSTVXY][0-9][A-Z][ -]?[0-9][A-Z][0-9](?![A-Z0-9])"),
    NL(6, 200, "(?<![A-Z0-9])[1-9][0-9]{3} ?[A-Z]{2}(?![A-Z0-9])"),
    PT(7, 500, "(?<![A-Z0-9-])[1-9][0-9]{3}-[0-9]{3}(?![A-Z0-9-])");

    private final int letters;
    private final int metres;
    private final Pattern code;

    Country(int letters, int metres, String code) {
      this.letters = letters;
      this.metres = metres;
      this.code = Pattern.compile(code);
    }

    /** The name in counts, such as {@code postcode_file.GB}. */
    public String count() {
      return "postcode_file." + name();
    }

    /** Whether its file, with whole codes, is among these. */
    public boolean isIn(PostcodeFiles files) {
      return files.hasCodesOf(name(), letters);
    }

    private boolean isIn(String text, String hint) {
      return (this == GB || this == CA || hint.equals(name())) && code.matcher(text).find();
    }
  }

  private PostcodeAdvice() {}

  /** The countries of which somebody typed a whole postcode. */
  public static Set<Country> typed(PlaceQuery query) {
    String text =
        (query.address() + " , " + query.city() + " , " + query.postcode())
            .replace('\u00a0', ' ')
            .toUpperCase(Locale.ROOT);
    EnumSet<Country> countries = EnumSet.noneOf(Country.class);
    for (Country country : Country.values()) {
      // of digits and letters that other countries write, too, the campaign's country decides
      if (country.isIn(text, query.countryHint())) {
        countries.add(country);
      }
    }
    return countries;
  }

  /** The country of a count, if that is what it counts. */
  public static Optional<Country> ofCount(String name) {
    return EnumSet.allOf(Country.class).stream().filter(c -> c.count().equals(name)).findFirst();
  }

  /**
   * « 47 personnes seraient situées à 200 m près avec le fichier des codes postaux du Royaume-Uni
   * », with its name and where to get it.
   */
  public static Message of(Country country, long people) {
    String key = country.name().toLowerCase(Locale.ROOT);
    return Message.of("postcode.advice")
        .with("count", people)
        .with("metres", country.metres)
        .with("codes", Message.of("postcode.codes." + key))
        .with("file", Message.of("postcode.file." + key));
  }
}
