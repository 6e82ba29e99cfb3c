package org.entraide.campaign.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.FormMaker;
import org.entraide.config.CampaignSettings;
import org.entraide.form.questionnaire.Blueprint;
import org.entraide.form.questionnaire.CurrentForm;
import org.entraide.form.questionnaire.MissingQuestions;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.settings.SettingsInUse;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.resilience.Sleeper;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Prepares a campaign's form and spreadsheet for the daemon: adopts the form or makes one, adds the
 * questions that are missing, publishes it, waits for the one click that no API has, and prepares
 * the spreadsheet. Run again it goes on where it stopped, and does nothing twice.
 */
public final class FormSetup {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** Times that adding is tried: somebody may edit the form at the same time. */
  private static final int TRIES = 3;

  private static final Set<Kind> PASSING = Set.of(Kind.UNAVAILABLE, Kind.THROTTLED);

  private final CampaignSettings settings;
  private final Ports ports;
  private final Blueprint blueprint;

  /**
   * The world outside.
   *
   * @param madeForms which forms earlier runs made
   * @param account which reads sheets and forms later on
   * @param madeByAnother whether a form that is made belongs to somebody else than that
   */
  public record Ports(
      FormMaker maker,
      MadeForms madeForms,
      Preparation preparation,
      Listener listener,
      InstantSource clock,
      Sleeper sleeper,
      String account,
      boolean madeByAnother) {}

  /** Remembers which form was made for a campaign. */
  public interface MadeForms {

    /** The form's id, where one was made. */
    Optional<String> of(String campaign);

    /** Remembers a form, before anything else is done with it. */
    void remember(String campaign, String formId);
  }

  /** Brings the spreadsheet's tabs and columns to where the daemon can work. */
  public interface Preparation {

    /**
     * Prepares what is missing, and nothing else.
     *
     * @return how many things were added
     */
    int prepare() throws RemoteFailure, SheetLayout.Unusable;
  }

  /** Is called for each thing that is done. */
  public interface Listener {

    /** Something for a person to read. */
    void say(Message message);

    /** A line for the configuration. */
    void line(String text);
  }

  /** How it ended. */
  public enum Outcome {
    /** All is done. */
    READY,
    /** The form is linked to nothing yet, and nobody waited for longer. */
    NOT_LINKED,
    /** The form is linked to another spreadsheet than the campaign's. */
    ELSEWHERE,
    /** There is no form, and this account cannot own one. */
    CANNOT_MAKE
  }

  /**
   * @param texts of the campaign's language, in which the questionnaire is made
   */
  public FormSetup(CampaignSettings settings, Ports ports, Texts texts) {
    this.settings = settings;
    this.ports = ports;
    this.blueprint =
        Blueprint.of(
                texts,
                settings.name(),
                settings.controller(),
                settings.privacyUrl().map(Object::toString))
            .titled(settings.letterhead().title());
  }

  /**
   * Does it.
   *
   * @param longest how long to wait for the link; zero for not at all
   */
  public Outcome run(Duration longest)
      throws RemoteFailure, SheetLayout.Unusable, InterruptedException {
    Optional<String> madeForm = ports.madeForms().of(settings.name());
    Optional<String> existingForm = settings.form().or(() -> madeForm);
    if (existingForm.isEmpty() && !ports.maker().ownsFiles()) {
      return Outcome.CANNOT_MAKE;
    }
    boolean isOwn = existingForm.isEmpty() || existingForm.equals(madeForm);
    String id = existingForm.isPresent() ? existingForm.get() : make();
    CurrentForm form = complete(id, isOwn, existingForm.isEmpty());
    form = publish(form, isOwn);
    tellWhere(form);
    form = awaitLink(form, longest);
    Optional<String> linked = form.form().linkedSpreadsheet();
    if (linked.isEmpty()) {
      say("form.init.not-yet");
      return Outcome.NOT_LINKED;
    }
    if (!linked.get().equals(settings.spreadsheet())) {
      ports.listener().line("spreadsheet = \"" + linked.get() + "\"");
      say(Message.of("form.init.elsewhere").with("account", ports.account()));
      return Outcome.ELSEWHERE;
    }
    say("form.init.linked");
    int added = ports.preparation().prepare();
    say(
        added == 0
            ? Message.of("form.init.ready")
            : Message.of("form.init.prepared").with("count", added));
    return Outcome.READY;
  }

  private String make() throws RemoteFailure {
    if (settings.controller().isEmpty()) {
      say("form.init.no-controller");
    }
    CurrentForm form = ports.maker().create(blueprint.title());
    ports.madeForms().remember(settings.name(), form.form().id());
    say(Message.of("form.init.made").with("title", blueprint.title()));
    if (ports.madeByAnother()) {
      say(Message.of("form.init.share").with("account", ports.account()));
    }
    return form.form().id();
  }

  private CurrentForm complete(String id, boolean isOwn, boolean fresh) throws RemoteFailure {
    CurrentForm form = ports.maker().read(id);
    if (!fresh) {
      say(
          Message.of(isOwn ? "form.init.again" : "form.init.adopted")
              .with("title", form.form().title())
              .with("count", form.form().questions().size()));
    }
    MissingQuestions missing = missing(form, isOwn);
    List<String> titles = missing.titles();
    for (int attempt = 1; !missing.isEmpty(); attempt++) {
      add(form, missing, attempt);
      form = ports.maker().read(id);
      missing = missing(form, isOwn);
    }
    say(
        titles.isEmpty()
            ? Message.of("form.init.complete")
            : Message.of("form.init.added").with("count", titles.size()).with("titles", titles));
    List<String> more =
        MissingQuestions.notAsked(form, blueprint, SettingsInUse.overrides(settings));
    if (!more.isEmpty()) {
      say(Message.of("form.init.could-ask").with("titles", more));
    }
    return form;
  }

  private MissingQuestions missing(CurrentForm form, boolean isOwn) {
    return isOwn
        ? MissingQuestions.all(form, blueprint, SettingsInUse.overrides(settings))
        : MissingQuestions.essential(form, blueprint, SettingsInUse.overrides(settings));
  }

  /** An addition whose outcome is unknown, or that came too late, is decided by another look. */
  private void add(CurrentForm form, MissingQuestions missing, int attempt) throws RemoteFailure {
    try {
      ports.maker().add(form, missing);
    } catch (RemoteFailure e) {
      boolean lookAgain = e.maybeApplied() || e.kind() == Kind.CONFLICT;
      if (!lookAgain || attempt >= TRIES) {
        throw e;
      }
    }
  }

  /** A form that was closed on purpose stays closed, and somebody else's stays as it is. */
  private CurrentForm publish(CurrentForm form, boolean isOwn) throws RemoteFailure {
    if (!form.published().equals(Optional.of(false))) {
      return form;
    }
    if (!isOwn) {
      say("form.init.not-published");
      return form;
    }
    ports.maker().publish(form.form().id());
    say("form.init.published");
    return ports.maker().read(form.form().id());
  }

  private void tellWhere(CurrentForm form) {
    if (!form.address().isEmpty()) {
      say(Message.of("form.init.address").with("address", form.address()));
    }
    say(Message.of("form.init.write-down").with("campaign", settings.name()));
    ports.listener().line("form = \"" + form.form().id() + "\"");
    if (form.form().linkedSpreadsheet().filter(settings.spreadsheet()::equals).isPresent()) {
      ports.listener().line("spreadsheet = \"" + settings.spreadsheet() + "\"");
    }
  }

  private CurrentForm awaitLink(CurrentForm form, Duration longest)
      throws RemoteFailure, InterruptedException {
    CurrentForm last = form;
    if (last.form().linkedSpreadsheet().isPresent()) {
      return last;
    }
    String id = form.form().id();
    say(
        Message.of("form.init.link")
            .with("address", "https://docs.google.com/forms/d/" + id + "/edit#responses")
            .with("spreadsheet", settings.spreadsheet()));
    if (!longest.isZero()) {
      say("form.init.waiting");
    }
    Instant end = ports.clock().instant().plus(longest);
    while (last.form().linkedSpreadsheet().isEmpty() && ports.clock().instant().isBefore(end)) {
      ports.sleeper().sleep(BETWEEN_LOOKS);
      last = look(id, last);
    }
    return last;
  }

  private CurrentForm look(String id, CurrentForm last) throws RemoteFailure {
    try {
      return ports.maker().read(id);
    } catch (RemoteFailure e) {
      if (PASSING.contains(e.kind())) {
        return last;
      }
      throw e;
    }
  }

  private void say(String key) {
    say(Message.of(key));
  }

  private void say(Message message) {
    ports.listener().say(message);
  }
}
