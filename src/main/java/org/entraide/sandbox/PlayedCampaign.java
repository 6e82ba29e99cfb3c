package org.entraide.sandbox;

import java.time.Instant;
import java.util.List;
import org.entraide.sandbox.sample.SampleCampaign;

/**
 * A campaign of the sandbox, as the daemon's configuration describes it.
 *
 * @param name of its section
 * @param language of its people, its sheet and its letters: {@code fr} or {@code en}
 * @param controller who answers for the data, and how to reach them
 */
public record PlayedCampaign(
    String name,
    String language,
    String title,
    String spreadsheet,
    String form,
    Delegate delegate,
    String controller,
    String privacyUrl) {

  /** In whose mailbox the drafts are. */
  public record Delegate(String mailbox, String name, String role) {}

  /** The French of London, and a few of them elsewhere. */
  public static final PlayedCampaign FRENCH =
      new PlayedCampaign(
          "londres",
          "fr",
          "Entraide des Français de Londres",
          "sample-spreadsheet",
          "sample-form",
          new Delegate(
              "delegue@example.org", "Claire Martin", "conseillère des Français de l’étranger"),
          "Association Exemple, contact@example.org",
          "https://example.org/confidentialite");

  /** A part of London whose people help each other. */
  public static final PlayedCampaign ENGLISH =
      new PlayedCampaign(
          "walthamstow",
          "en",
          "Walthamstow Neighbours",
          "sample-spreadsheet-en",
          "sample-form-en",
          new Delegate("coordinator@example.org", "Ruth Cole", "volunteer coordinator"),
          "Example Association, contact@example.org",
          "https://example.org/privacy");

  /** Of the campaigns that there are, in the order in which they are shown. */
  public static final List<String> LANGUAGES = List.of(FRENCH.language(), ENGLISH.language());

  /** Where people are unless they say so, ISO 3166-1 alpha-2. */
  static final String COUNTRY = "GB";

  static final String TIME_ZONE = "Europe/London";

  /** Those of some languages, in that order. */
  static List<PlayedCampaign> in(List<String> languages) {
    return languages.stream().map(language -> language.equals("en") ? ENGLISH : FRENCH).toList();
  }

  /**
   * This campaign as one of several, each with its own files.
   *
   * @param number from 1, which changes nothing
   */
  PlayedCampaign numbered(int number) {
    String end = number == 1 ? "" : "-" + number;
    return new PlayedCampaign(
        name + end,
        language,
        title,
        spreadsheet + end,
        form + end,
        delegate,
        controller,
        privacyUrl);
  }

  /** Of its spreadsheet, as Google writes it. */
  String locale() {
    return language.equals("en") ? "en_GB" : "fr_FR";
  }

  /** Its people; see {@link SampleCampaign#generate}. */
  SampleCampaign sample(int people, long seed, Instant start) {
    return language.equals("en")
        ? SampleCampaign.english(people, seed, start)
        : SampleCampaign.abroad(people, seed, start);
  }

  /** The lines of its sections in the configuration. */
  List<String> section() {
    return List.of(
        "",
        "[campaigns." + name + "]",
        setting("spreadsheet", spreadsheet),
        setting("form", form),
        setting("language", language),
        setting("country", COUNTRY),
        setting("title", title),
        setting("delegate", delegate.mailbox()),
        setting("delegate_name", delegate.name()),
        setting("delegate_role", delegate.role()),
        setting("poll", "2s"),
        "question_drafts = true",
        setting("controller", controller),
        setting("privacy_url", privacyUrl),
        "",
        "[campaigns." + name + ".matching]",
        setting("hold_back", "0s"));
  }

  private static String setting(String key, String value) {
    return key + " = \"" + value + "\"";
  }
}
