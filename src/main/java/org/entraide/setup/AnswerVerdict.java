package org.entraide.setup;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entraide.config.AcceptedValue;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * The result of checking a typed answer, without asking Google or reading a file.
 *
 * @param value as it is kept
 * @param wrong why it does not do, and what to answer instead; empty where it does
 */
public record AnswerVerdict(String value, Optional<Message> wrong) {

  /** What people call the United Kingdom, or the part of it where they are. */
  private static final Set<String> BRITAIN =
      Set.of(
          "uk",
          "england",
          "angleterre",
          "scotland",
          "ecosse",
          "wales",
          "pays-de-galles",
          "great-britain",
          "grande-bretagne");

  private static final int LONGEST_NAME = 64;
  private static final String TYPED = "typed";

  private static AnswerVerdict good(String value) {
    return new AnswerVerdict(value, Optional.empty());
  }

  private static AnswerVerdict wrong(Message why) {
    return new AnswerVerdict("", Optional.of(why));
  }

  private static AnswerVerdict taken(Optional<String> value, Message otherwise) {
    return value.map(AnswerVerdict::good).orElseGet(() -> wrong(otherwise));
  }

  /**
   * Judges an answer.
   *
   * @param typed as it was typed or given with a flag
   */
  public static AnswerVerdict of(SetupStep step, String typed) {
    String text = typed.strip();
    if (step.kind() == SetupStep.Kind.CLICKS) {
      return good(SetupAnswers.DONE);
    }
    if (text.isEmpty()) {
      return step.mayBeEmpty() ? good("") : wrong(Message.of("setup.wrong.empty"));
    }
    return switch (step) {
      case LANGUAGE -> taken(language(text), about("setup.wrong.language", text));
      case CAMPAIGN -> campaign(text);
      case PATH -> taken(path(text), about("setup.wrong.path", text));
      case CREDENTIALS, CLIENT -> good(unquoted(text));
      case SHEET -> sheet(text);
      case FORM -> form(text);
      case DELEGATE -> taken(AcceptedValue.email(text), about("setup.wrong.email", text));
      case TITLE -> taken(AcceptedValue.title(text), about("setup.wrong.title", text));
      case DELEGATE_NAME, DELEGATE_ROLE, CONTROLLER ->
          taken(AcceptedValue.line(text), Message.of("setup.wrong.line"));
      case PRIVACY_URL -> taken(AcceptedValue.web(text), about("setup.wrong.web", text));
      case COUNTRY -> taken(country(text), about("setup.wrong.country", text));
      case ENDPOINT -> taken(AcceptedValue.root(text), about("setup.wrong.web", text));
      case COMMENTS, PROJECT, APIS, CONSENT, DELEGATION -> good(text);
    };
  }

  private static Message about(String key, String typed) {
    return Message.of(key).with(TYPED, typed);
  }

  /** A code, or the language's name in one of the languages. */
  private static Optional<String> language(String text) {
    return Texts.languages().stream()
        .filter(code -> languageNames(code).anyMatch(plain(text)::equals))
        .findFirst();
  }

  /** A code, or the country's name in one of the languages. */
  private static Optional<String> country(String text) {
    if (BRITAIN.contains(plain(text).replace(' ', '-'))) {
      return Optional.of("GB");
    }
    Optional<String> code = AcceptedValue.country(text.toUpperCase(Locale.ROOT));
    return code.isPresent()
        ? code
        : Stream.of(Locale.getISOCountries())
            .filter(
                country ->
                    Stream.of(Locale.FRENCH, Locale.ENGLISH)
                        .map(new Locale("", country)::getDisplayCountry)
                        .map(AnswerVerdict::plain)
                        .anyMatch(plain(text)::equals))
            .findFirst();
  }

  private static Stream<String> languageNames(String code) {
    Locale language = Locale.forLanguageTag(code);
    return Stream.concat(
        Stream.of(code),
        Stream.of(Locale.FRENCH, Locale.ENGLISH)
            .map(language::getDisplayLanguage)
            .map(AnswerVerdict::plain));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static AnswerVerdict campaign(String text) {
    String near = plain(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String proposal =
        near.isEmpty() ? "londres" : near.substring(0, Math.min(near.length(), LONGEST_NAME));
    return taken(
        AcceptedValue.campaign(text), about("setup.wrong.campaign", text).with("near", proposal));
  }

  private static Optional<String> path(String text) {
    return switch (plain(text)) {
      case "1", SetupAnswers.WORKSPACE -> Optional.of(SetupAnswers.WORKSPACE);
      case "2", SetupAnswers.GMAIL -> Optional.of(SetupAnswers.GMAIL);
      default -> Optional.empty();
    };
  }

  /** Terminals quote the name of a file that is dropped on them. */
  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static AnswerVerdict sheet(String text) {
    Function<String, Message> why =
        typed -> {
          if (typed.contains("/forms/") || typed.contains("forms.gle/")) {
            return Message.of("setup.wrong.sheet.form");
          }
          return typed.contains("/d/e/")
              ? Message.of("setup.wrong.sheet.published")
              : about("setup.wrong.sheet", typed);
        };
    return document(text, AcceptedValue.spreadsheet(text), "spreadsheets", why);
  }

  private static AnswerVerdict form(String text) {
    Function<String, Message> why =
        typed -> {
          if (typed.contains("/spreadsheets/")) {
            return Message.of("setup.wrong.form.sheet");
          }
          return typed.contains("/d/e/") || typed.contains("forms.gle/")
              ? Message.of("setup.wrong.form.answers")
              : about("setup.wrong.form", typed);
        };
    return document(text, AcceptedValue.form(text), "forms", why);
  }

  /** An id stays an id; of an address, what leads to the page is kept. */
  private static AnswerVerdict document(
      String text, Optional<String> id, String kind, Function<String, Message> why) {
    return taken(
        id.map(
            it -> it.equals(text) ? it : "https://docs.google.com/" + kind + "/d/" + it + "/edit"),
        why.apply(text));
  }
}
