package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds each question, when its draft is made, against who is asked. */
final class AskedWatch {

  private final List<Site> sites;
  private final Post post;
  private final Map<String, Integer> timesAsked = new HashMap<>(); // by token

  AskedWatch(List<Site> sites, Post post) {
    this.sites = sites;
    this.post = post;
  }

  /** Once for each answer, and nobody who did not agree, or is not to be written to. */
  List<String> made(Letter letter) {
    List<String> wrong = new ArrayList<>();
    List<Site> of =
        sites.stream().filter(site -> site.souls.keySet().containsAll(letter.tokens)).toList();
    if (letter.tokens.size() != 1 || of.size() != 1) {
      wrong.add(letter.reference + " is not addressed to one person of one campaign");
      return wrong;
    }
    Site site = of.get(0);
    Soul soul = Objects.requireNonNull(site.souls.get(letter.tokens.iterator().next()));
    if (site.suspendedAtRead) {
      wrong.add(letter.reference + " asks although the campaign was suspended");
    }
    int times = timesAsked.merge(soul.token(), 1, Integer::sum);
    // whose row organisers typed over a copy never answered, and that row is their answer
    int answers = soul.answered + (soul.original == null ? 0 : 1);
    if (times > answers && !soul.isForgotten() && !site.bars.isApart(soul.token())) {
      wrong.add(letter.reference + " asks more often than somebody answered");
    }
    if (!soul.human().consents() && soul.isIncomplete) {
      wrong.add(letter.reference + " asks somebody who did not agree");
    }
    site.bars
        .covering(soul)
        .filter(token -> token.equals(soul.token()))
        .ifPresent(token -> wrong.add(letter.reference + " asks somebody who is barred"));
    if (post.says(letter, Newcomers.LINK)) {
      wrong.add(letter.reference + " holds a link that somebody gave for a name");
    }
    site.wishes.questionDrafted(letter).ifPresent(wrong::add);
    return wrong;
  }
}
