package org.entraide.setup;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was answered so far.
 *
 * @param values by step; an empty text where an answer was left out on purpose
 */
public record SetupAnswers(Map<SetupStep, String> values) {

  /** How drafts get into mailboxes of a Workspace: the service account makes them. */
  public static final String WORKSPACE = "workspace";

  /** The other way: each delegate signs in. */
  public static final String GMAIL = "gmail";

  /** Nothing yet. */
  public static final SetupAnswers NONE = new SetupAnswers(Map.of());

  /** Of what a person did at Google. */
  static final String DONE = "done";

  public SetupAnswers {
    Map<SetupStep, String> inOrder = new EnumMap<>(SetupStep.class);
    inOrder.putAll(values);
    values = Collections.unmodifiableMap(inOrder);
  }

  /** The answer, where there is one that is not empty. */
  public Optional<String> get(SetupStep step) {
    return Optional.ofNullable(values.get(step)).filter(text -> !text.isEmpty());
  }

  /** Whether it was answered, or left out on purpose. */
  public boolean has(SetupStep step) {
    return values.containsKey(step);
  }

  public SetupAnswers with(SetupStep step, String value) {
    Map<SetupStep, String> more = new EnumMap<>(SetupStep.class);
    more.putAll(values);
    more.put(step, value);
    return new SetupAnswers(more);
  }

  public SetupAnswers without(SetupStep step) {
    Map<SetupStep, String> fewer = new EnumMap<>(SetupStep.class);
    fewer.putAll(values);
    fewer.remove(step);
    return new SetupAnswers(fewer);
  }

  /** What is asked of this person, answered or not. */
  public List<SetupStep> steps() {
    return Stream.of(SetupStep.values()).filter(step -> step.applies(this)).toList();
  }

  /** What is to be asked next; empty where all is answered. */
  public Optional<SetupStep> next() {
    return steps().stream().filter(step -> !has(step)).findFirst();
  }

  /** What was asked before a step; empty where that is the first. */
  public Optional<SetupStep> before(SetupStep step) {
    List<SetupStep> steps = steps();
    int at = steps.indexOf(step);
    return at <= 0 ? Optional.empty() : Optional.of(steps.get(at - 1));
  }

  /** Takes for done what leads to an answer that is given. */
  public SetupAnswers clicksBefore(SetupStep answer) {
    return switch (answer) {
      case CREDENTIALS -> with(SetupStep.PROJECT, DONE).with(SetupStep.APIS, DONE);
      case CLIENT -> with(SetupStep.CONSENT, DONE);
      case DELEGATE -> with(SetupStep.DELEGATION, DONE);
      default -> this;
    };
  }

  /** Whether the service account makes the drafts, on behalf of the delegate. */
  public boolean isDelegated() {
    return get(SetupStep.PATH).filter(WORKSPACE::equals).isPresent();
  }

  /** Whether Entraide is to make the form, which then belongs to the delegate. */
  public boolean makesForm() {
    return has(SetupStep.FORM) && get(SetupStep.FORM).isEmpty();
  }

  /** Whether the delegate has to sign in. */
  public boolean needsClient() {
    return !isDelegated() || makesForm();
  }

  /**
   * What is proposed where nothing is typed.
   *
   * @param spoken the language in which the person is spoken to
   */
  public Optional<String> usual(SetupStep step, String spoken) {
    return switch (step) {
      case LANGUAGE -> Optional.of(spoken);
      case CREDENTIALS -> Optional.of("credentials.json");
      case CLIENT -> Optional.of("client.json");
      default -> Optional.empty();
    };
  }
}
