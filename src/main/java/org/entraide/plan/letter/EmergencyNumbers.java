package org.entraide.plan.letter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The number to call in an emergency, by country: the one that answers for all services where there
 * is one, else that of the ambulances. A test compares every entry with the short numbers that
 * libphonenumber knows for emergencies. Countries with none of which that is sure are left out: a
 * letter then says "the emergency services".
 *
 * <p>Sources: 112 in the European Union by Directive (EU) 2018/1972, article 109; elsewhere the
 * national numbering plans as libphonenumber 9 collects them.
 */
public final class EmergencyNumbers {

  private static final Map<String, String> COUNTRIES_BY_NUMBER =
      Map.ofEntries(
          Map.entry(
              "112",
              "AD AL AT AX BE BG CH CY CZ DE DK EE ES FI FO FR GE GI GL GR HR HU IE IN IS IT KW LI"
                  + " LT LU LV MC MD ME MK MQ MT NL NO PL PT RE RO RS RU SE SI SJ SK TR UA VA"),
          Map.entry("999", "AE BH GB GG HK IM JE KE MY QA UG"),
          Map.entry(
              "911",
              "AI AR AS AW BM BS BZ CA CR CW DM DO EC FJ GD GU KN KY LC MP MS MX PA PH PR PY SV TC"
                  + " US UY VC VE VG VI"),
          Map.entry("000", "AU CC CX"),
          Map.entry("111", "NZ"),
          Map.entry("119", "JP KR TW"),
          Map.entry("120", "CN"),
          Map.entry("123", "CO EG"),
          Map.entry("131", "CL"),
          Map.entry("14", "DZ"),
          Map.entry("140", "LB"),
          Map.entry("15", "GF GP MA MF NC PF PM"),
          Map.entry("1669", "TH"),
          Map.entry("18", "SN"),
          Map.entry("190", "TN"),
          Map.entry("192", "BR"),
          Map.entry("995", "SG"),
          Map.entry("997", "SA"),
          Map.entry("101", "IL"),
          Map.entry("9999", "OM"));

  private static final Map<String, String> NUMBER_BY_COUNTRY = byCountry();

  private EmergencyNumbers() {}

  private static Map<String, String> byCountry() {
    Map<String, String> numbers = new HashMap<>();
    COUNTRIES_BY_NUMBER.forEach(
        (number, countries) -> {
          for (String country : countries.split(" ", -1)) {
            numbers.put(country, number);
          }
        });
    return Map.copyOf(numbers);
  }

  /**
   * The number of a country.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public static Optional<String> of(String country) {
    return Optional.ofNullable(NUMBER_BY_COUNTRY.get(country));
  }

  /** The countries whose number is known. */
  static Set<String> countries() {
    return NUMBER_BY_COUNTRY.keySet();
  }
}
