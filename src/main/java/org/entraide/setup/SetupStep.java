package org.entraide.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.entraide.text.Message;

/** What the guided start asks for or has a person do, in the order in which it does. */
public enum SetupStep {
  /** Of the letters, the sheet and the form: {@code fr} or {@code en}. */
  LANGUAGE("language", Kind.QUESTION),
  /** The NAME of {@code [campaigns.NAME]}. */
  CAMPAIGN("campaign", Kind.QUESTION),
  /** What letters and form call the campaign; may be left empty. */
  TITLE("title", Kind.OPTIONAL),
  /** How drafts get into the mailbox: {@code workspace} or {@code gmail}. */
  PATH("path", Kind.QUESTION),
  PROJECT("project", Kind.CLICKS, "https://console.cloud.google.com/projectcreate"),
  APIS(
      "apis",
      Kind.CLICKS,
      "https://console.cloud.google.com/apis/library/sheets.googleapis.com",
      "https://console.cloud.google.com/apis/library/forms.googleapis.com",
      "https://console.cloud.google.com/apis/library/gmail.googleapis.com"),
  /** The key of the service account: a file. */
  CREDENTIALS(
      "credentials",
      Kind.QUESTION,
      Check.KEY,
      "https://console.cloud.google.com/iam-admin/serviceaccounts"),
  SHEET("sheet", Kind.QUESTION, Check.SHEET, "https://docs.google.com/spreadsheets/"),
  /** Empty where Entraide is to make it. */
  FORM("form", Kind.OPTIONAL, Check.FORM, "https://docs.google.com/forms/"),
  CONSENT(
      "consent",
      Kind.CLICKS,
      SetupAnswers::needsClient,
      "https://console.cloud.google.com/auth/overview"),
  /** The OAuth client with which people sign in: a file. */
  CLIENT(
      "client",
      Kind.QUESTION,
      Check.CLIENT,
      SetupAnswers::needsClient,
      "https://console.cloud.google.com/auth/clients"),
  DELEGATION(
      "delegation",
      Kind.CLICKS,
      SetupAnswers::isDelegated,
      "https://admin.google.com/ac/owl/domainwidedelegation"),
  /** The mailbox that gets the drafts. */
  DELEGATE("delegate", Kind.QUESTION, Check.MAILBOX),
  DELEGATE_NAME("delegate-name", Kind.QUESTION),
  DELEGATE_ROLE("delegate-role", Kind.OPTIONAL),
  CONTROLLER("controller", Kind.OPTIONAL),
  PRIVACY_URL("privacy-url", Kind.OPTIONAL),
  /** ISO 3166-1 alpha-2. */
  COUNTRY("country", Kind.QUESTION),
  /** The address of an office instead of Google; by a flag alone. */
  ENDPOINT("endpoint", Kind.UNASKED),
  /** In which language the comments of the file are: that of the first run. */
  COMMENTS("comments", Kind.UNASKED);

  /** What is expected of the person. */
  public enum Kind {
    /** An answer. */
    QUESTION,
    /** An answer, or nothing. */
    OPTIONAL,
    /** To do something at Google, and to say that it is done. */
    CLICKS,
    /** Nothing. */
    UNASKED
  }

  /** What is looked at outside before an answer is taken. */
  public enum Check {
    NONE,
    /** The file is a service account's key, and Google takes it. */
    KEY,
    /** The spreadsheet can be read and changed. */
    SHEET,
    /** The form can be read, and its answers go to no other spreadsheet. */
    FORM,
    /** The file is an OAuth client for programs. */
    CLIENT,
    /** The mailbox can be reached, unless its owner has yet to sign in. */
    MAILBOX
  }

  private final String key;
  private final Kind kind;
  private final Check check;
  private final Predicate<SetupAnswers> applies;
  private final List<String> pages;

  SetupStep(String key, Kind kind, String... pages) {
    this(key, kind, Check.NONE, answers -> true, pages);
  }

  SetupStep(String key, Kind kind, Check check, String... pages) {
    this(key, kind, check, answers -> true, pages);
  }

  SetupStep(String key, Kind kind, Predicate<SetupAnswers> applies, String... pages) {
    this(key, kind, Check.NONE, applies, pages);
  }

  SetupStep(String key, Kind kind, Check check, Predicate<SetupAnswers> applies, String... pages) {
    this.key = key;
    this.kind = kind;
    this.check = check;
    this.applies = applies;
    this.pages = List.of(pages);
  }

  /** The word of texts, flags and drafts, such as {@code delegate-name}. */
  public String key() {
    return key;
  }

  /** The step of a key. */
  public static Optional<SetupStep> of(String key) {
    return Arrays.stream(values()).filter(step -> step.key.equals(key)).findFirst();
  }

  /** The option of the command line that answers it. */
  public String flag() {
    return "--" + key;
  }

  public Kind kind() {
    return kind;
  }

  public Check check() {
    return check;
  }

  /** Whether it is asked at all, after what was answered before. */
  public boolean applies(SetupAnswers answers) {
    return kind != Kind.UNASKED && applies.test(answers);
  }

  /** Whether the answer may be left empty. */
  public boolean mayBeEmpty() {
    return kind == Kind.OPTIONAL;
  }

  /** What it is about, in a few words. */
  public Message label() {
    return Message.of("setup.label." + key);
  }

  /**
   * What to do or to answer, with the page to open and what to look for there.
   *
   * @param key what is known of the service account's key
   */
  public Message look(SetupAnswers answers, ServiceKey serviceKey) {
    Message look =
        Message.of("setup.look." + key)
            .with("path", answers.isDelegated() ? "workspace" : "gmail")
            .with("made", answers.makesForm() ? "yes" : "no")
            .with("account", serviceKey.account())
            .with("id", serviceKey.uniqueId());
    for (int i = 0; i < pages.size(); i++) {
      look = look.with("page" + (i + 1), pages.get(i));
    }
    return look;
  }

  /** More words about it, for who asks. */
  public Message more() {
    return Message.of("setup.more." + key);
  }

  /**
   * What a service account's key says of it.
   *
   * @param account its address, with which sheet and form are shared
   * @param uniqueId by which a Workspace knows it
   */
  public record ServiceKey(String account, String uniqueId) {}
}
