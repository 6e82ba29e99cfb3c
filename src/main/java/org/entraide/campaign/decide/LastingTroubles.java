package org.entraide.campaign.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduce.FormerDelegates;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.text.Message;

/** What the dashboard shows of troubles. Pure. */
final class LastingTroubles {

  private LastingTroubles() {}

  /**
   * Troubles that last: not that a service is away, which comes back by itself.
   *
   * @param delegates every address that the configuration names
   */
  static List<Message> of(Observation observation, Set<String> delegates, List<Trouble> troubles) {
    List<Message> wrong = new ArrayList<>();
    Map<String, Trouble> signedOut = observation.mail().signedOut();
    signedOut.keySet().forEach(mailbox -> wrong.add(DashboardProblem.signIn(mailbox)));
    troubles.stream()
        .filter(t -> !signedOut.containsValue(t))
        .filter(t -> t.kind() != Trouble.Kind.UNAVAILABLE && t.kind() != Trouble.Kind.THROTTLED)
        .map(Trouble::onDashboard)
        .forEach(wrong::add);
    FormerDelegates.drafts(observation.mail().introductions().values(), delegates)
        .forEach((mailbox, drafts) -> wrong.add(DashboardProblem.formerDelegate(mailbox, drafts)));
    wrong.addAll(ofPeople(observation));
    wrong.addAll(ofTheSheet(observation));
    return wrong.stream().distinct().toList();
  }

  private static List<Message> ofPeople(Observation observation) {
    List<Message> wrong = new ArrayList<>();
    observation
        .form()
        .witness()
        .ifPresent(
            form -> wrong.addAll(form.notes(observation.now(), observation.memory().erased())));
    Map<String, LocalDate> leaving = observation.announcedErasures();
    leaving.values().stream()
        .min(LocalDate::compareTo)
        .ifPresent(first -> wrong.add(DashboardProblem.leaving(leaving.size(), first)));
    List<String> toWarn =
        observation.mail().introductions().values().stream()
            .filter(Introduction::withdrawnAfterMeeting)
            .map(Introduction::ref)
            .toList();
    if (!toWarn.isEmpty()) {
      wrong.add(DashboardProblem.toWarn(toWarn));
    }
    return wrong;
  }

  private static List<Message> ofTheSheet(Observation observation) {
    List<Message> wrong = new ArrayList<>();
    observation
        .tabs()
        .newer()
        .ifPresent(
            newer ->
                wrong.add(
                    Message.of("plan.tab.newer")
                        .with("tab", observation.layout().responses().title())
                        .with("newer", newer.title())));
    observation.layout().questionnaire().unasked().ifPresent(wrong::add);
    long merged =
        observation
            .layout()
            .mergedAnswers(
                observation.interpretation().rows().stream().map(ResponseRow::sheetRow).toList());
    if (merged > 0) {
      wrong.add(DashboardProblem.merged(merged));
    }
    List<String> typed = observation.interpretation().typedExplanations();
    if (!typed.isEmpty()) {
      wrong.add(DashboardProblem.typedExplanations(typed));
    }
    return wrong;
  }
}
