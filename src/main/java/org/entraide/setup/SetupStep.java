package org.entraide.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.text.Message;

/** What the guided start asks for or has a person do, in the order in which it does. */
public enum SetupStep {
  /** Of the letters, the sheet and the form: {@code fr} or {@code en}. */
  LANGUAGE("language", Kind.QUESTION, Check.NONE),
  /** The NAME of {@code [campaigns.NAME]}. */
  CAMPAIGN("campaign", Kind.QUESTION, Check.NONE),
  /** What letters and form call the campaign; may be left empty. */
  TITLE("title", Kind.OPTIONAL, Check.NONE),
  /** How drafts get into the mailbox: {@code workspace} or {@code gmail}. */
  PATH("path", Kind.QUESTION, Check.NONE),
  PROJECT("project", Kind.CLICKS, Check.NONE),
  APIS("apis", Kind.CLICKS, Check.NONE),
  /** The key of the service account: a file. */
  CREDENTIALS("credentials", Kind.QUESTION, Check.KEY),
  SHEET("sheet", Kind.QUESTION, Check.SHEET),
  /** Empty where Entraide is to make it. */
  FORM("form", Kind.OPTIONAL, Check.FORM),
  CONSENT("consent", Kind.CLICKS, Check.NONE),
  /** The OAuth client with which people sign in: a file. */
  CLIENT("client", Kind.QUESTION, Check.CLIENT),
  DELEGATION("delegation", Kind.CLICKS, Check.NONE),
  /** The mailbox that gets the drafts. */
  DELEGATE("delegate", Kind.QUESTION, Check.MAILBOX),
  DELEGATE_NAME("delegate-name", Kind.QUESTION, Check.NONE),
  DELEGATE_ROLE("delegate-role", Kind.OPTIONAL, Check.NONE),
  CONTROLLER("controller", Kind.OPTIONAL, Check.NONE),
  PRIVACY_URL("privacy-url", Kind.OPTIONAL, Check.NONE),
  /** ISO 3166-1 alpha-2. */
  COUNTRY("country", Kind.QUESTION, Check.NONE),
  /** The address of an office instead of Google; by a flag alone. */
  ENDPOINT("endpoint", Kind.UNASKED, Check.NONE),
  /** In which language the comments of the file are: that of the first run. */
  COMMENTS("comments", Kind.UNASKED, Check.NONE);

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

  SetupStep(String key, Kind kind, Check check) {
    this.key = key;
    this.kind = kind;
    this.check = check;
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
    return switch (this) {
      case CONSENT, CLIENT -> answers.needsClient();
      case DELEGATION -> answers.isDelegated();
      default -> kind != Kind.UNASKED;
    };
  }

  /** Google's pages to open, by their order in the words. */
  private List<String> pages() {
    String console = "https://console.cloud.google.com/";
    return switch (this) {
      case PROJECT -> List.of(console + "projectcreate");
      case APIS ->
          Stream.of("sheets", "forms", "gmail")
              .map(api -> console + "apis/library/" + api + ".googleapis.com")
              .toList();
      case CREDENTIALS -> List.of(console + "iam-admin/serviceaccounts");
      case SHEET -> List.of("https://docs.google.com/spreadsheets/");
      case FORM -> List.of("https://docs.google.com/forms/");
      case CONSENT -> List.of(console + "auth/overview");
      case CLIENT -> List.of(console + "auth/clients");
      case DELEGATION -> List.of("https://admin.google.com/ac/owl/domainwidedelegation");
      default -> List.of();
    };
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
   * @param serviceKey what is known of the service account's key
   */
  public Message look(SetupAnswers answers, ServiceKey serviceKey) {
    Message look =
        Message.of("setup.look." + key)
            .with("path", answers.isDelegated() ? "workspace" : "gmail")
            .with("made", answers.makesForm() ? "yes" : "no")
            .with("account", serviceKey.account())
            .with("id", serviceKey.uniqueId());
    List<String> pages = pages();
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
