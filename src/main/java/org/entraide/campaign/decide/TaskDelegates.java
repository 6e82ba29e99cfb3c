package org.entraide.campaign.decide;

import java.util.Map;
import java.util.Set;
import org.entraide.plan.introduction.Introduction;

/**
 * Whose letters tasks are about. Pure.
 *
 * @param configured every address that the configuration names
 * @param shown by introduction, the delegate whom the ledger names, who counts until the journal
 *     knows the mailbox
 */
record TaskDelegates(Set<String> configured, Map<String, String> shown) {

  /** Empty where nobody knows. */
  String of(Introduction i) {
    return i.mailbox().isEmpty() ? shown.getOrDefault(i.ref(), "") : i.mailbox();
  }
}
