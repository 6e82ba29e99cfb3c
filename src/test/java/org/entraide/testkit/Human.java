package org.entraide.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who answers the form. Name, address and telephone number hold a token that is nobody
 * else's, so that whoever reads a row knows whose it is without any of the daemon's code.
 *
 * @param number from 0
 * @param needs what is asked for; who offers something asks for nothing
 * @param capacity of whom offers something
 * @param place as typed
 * @param consents whether the answers may be used
 * @param email whether there is an address, besides the telephone number
 */
public record Human(
    int number,
    String needs,
    String offers,
    int capacity,
    String place,
    boolean consents,
    boolean email) {

  public static final String NAME = "Nom et prénom";
  public static final String PHONE = "Téléphone";
  public static final String PLACE = "Adresse";
  public static final String NEEDS = "De quoi avez-vous besoin ?";
  public static final String OFFERS = "Comment pouvez-vous aider ?";
  public static final String CAPACITY = "Combien de personnes pouvez-vous aider ?";
  public static final String COUNTRY = "Pays";
  public static final String AGE = "Âge";
  public static final String CONSENT = "J'accepte que mes réponses soient utilisées";

  /** The form asks for it by itself. */
  public static final String ADDRESS = "Adresse e-mail";

  /** In the order of the form. */
  public static final List<String> QUESTIONS =
      List.of(NAME, PHONE, PLACE, NEEDS, OFFERS, CAPACITY, CONSENT);

  private static final int FIRST_PHONE = 100;
  private static final Pattern TOKEN = Pattern.compile("q[a-z]{2}zor");
  private static final Pattern TELEPHONE = Pattern.compile("7700 ?90[01] ?([0-9]{3})(?![0-9])");

  /** The people who answered before anything happens, in every situation. */
  public static final List<Human> FIRST =
      List.of(
          inNeed(0, "Courses", "Nord"),
          helping(1, "Courses", 1, "Nord"),
          inNeed(2, "Médicaments", "Nord"),
          helping(3, "Médicaments, Conversation", 2, "Sud"),
          inNeed(4, "Conversation", "Loin"),
          helping(5, "Conversation", 3, "Ouest"),
          new Human(6, "Courses", "", 0, "Nord", false, true),
          inNeed(7, "Courses", "Nulle part"),
          inNeed(8, "Autre", "Nord"),
          inNeed(9, "Courses, Médicaments", "Loin"),
          helping(10, "Courses, Médicaments", 2, "Nord"),
          new Human(11, "Soutien moral", "", 0, "Sud", true, false));

  private static Human inNeed(int number, String needs, String place) {
    return new Human(number, needs, "", 0, place, true, true);
  }

  private static Human helping(int number, String offers, int capacity, String place) {
    return new Human(number, "", offers, capacity, place, true, true);
  }

  /** A person who comes later, by turns in need and helping. */
  public static Human later(int number) {
    List<String> places = List.of("Nord", "Sud", "Ouest");
    String place = places.get(number % places.size());
    return switch (number % 4) {
      case 0 -> inNeed(number, "Courses", place);
      case 1 -> helping(number, "Médicaments", 2, place);
      case 2 -> inNeed(number, "Conversation, Médicaments", place);
      default -> helping(number, "Courses, Soutien moral", 1, place);
    };
  }

  public static String token(int number) {
    return "q" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "zor";
  }

  public String token() {
    return token(number);
  }

  public String name() {
    return "Camille " + Character.toUpperCase(token().charAt(0)) + token().substring(1);
  }

  public String address() {
    return email ? token() + "@example.org" : "";
  }

  public String telephone() {
    return "07700 900" + (FIRST_PHONE + number);
  }

  /** Whether a text tells their address or their number. */
  public boolean isReachedBy(String text) {
    boolean written = email && text.contains(address());
    return written || text.replace(" ", "").contains("7700900" + (FIRST_PHONE + number));
  }

  /** What is answered, by question. */
  public Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put(NAME, name());
    answers.put(PHONE, telephone());
    answers.put(PLACE, place);
    answers.put(NEEDS, needs);
    answers.put(OFFERS, offers);
    answers.put(CAPACITY, offers.isEmpty() ? "" : String.valueOf(capacity));
    answers.put(CONSENT, consents ? "Oui" : "");
    return answers;
  }

  /** This person with another place and other needs. */
  public Human changed(String otherPlace, String otherNeeds) {
    return new Human(
        number, needs.isEmpty() ? "" : otherNeeds, offers, capacity, otherPlace, consents, email);
  }

  /** Everybody whom a text names by token or telephone number. */
  public static Set<String> tokens(String text) {
    Set<String> tokens = new TreeSet<>();
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    Matcher token = TOKEN.matcher(lower);
    while (token.find()) {
      tokens.add(token.group());
    }
    tokens.addAll(rung(text));
    return tokens;
  }

  /** Everybody whose telephone number a text gives. */
  public static Set<String> rung(String text) {
    Set<String> tokens = new TreeSet<>();
    Matcher telephone = TELEPHONE.matcher(text);
    while (telephone.find()) {
      int number = Integer.parseInt(telephone.group(1)) - FIRST_PHONE;
      if (number >= 0) {
        tokens.add(token(number));
      }
    }
    return tokens;
  }
}
