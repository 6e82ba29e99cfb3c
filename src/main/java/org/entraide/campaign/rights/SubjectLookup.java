package org.entraide.campaign.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.SubjectData;
import org.entraide.campaign.rights.Holding.Letter;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.people.reference.Reference;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.typed.LowerCase;

/** Finds people for their rights: of access and to erasure. Pure. */
public final class SubjectLookup {

  private static final int FIRST_ROW = 1; // as people count them

  private final Observation observation;

  public SubjectLookup(Observation observation) {
    this.observation = observation;
  }

  /**
   * Finds the people that a text names.
   *
   * @param referenceOrAddress a reference, present or former, or an e-mail address
   * @return those who are known, each under the present name
   */
  public List<Holding> of(String referenceOrAddress) {
    Set<String> references = new TreeSet<>();
    if (referenceOrAddress.contains("@")) {
      references.addAll(byAddress(referenceOrAddress.strip().toLowerCase(Locale.ROOT)));
    } else {
      Reference.parse(referenceOrAddress)
          .map(observation.interpretation()::nowCalled)
          .ifPresent(references::add);
    }
    List<Holding> holdings = new ArrayList<>();
    for (String reference : references) {
      SubjectData data = SubjectData.of(observation, reference);
      boolean barred =
          data.people().stream().anyMatch(observation.interpretation().bars().named()::contains);
      if (barred || !data.isNobody()) {
        holdings.add(of(reference, data));
      }
    }
    return holdings;
  }

  private Set<String> byAddress(String email) {
    Set<String> references = new HashSet<>();
    for (int i = 0; i < observation.interpretation().rows().size(); i++) {
      String written = observation.interpretation().rows().get(i).profile().email();
      if (written != null && written.toLowerCase(Locale.ROOT).equals(email)) {
        references.add(observation.interpretation().assigned().get(i).ref());
      }
    }
    String remembered =
        observation
            .memory()
            .referenceByFingerprint()
            .getOrDefault(RowFingerprint.address(observation.workbook().id(), email), "");
    if (!remembered.isEmpty()) {
      references.add(observation.interpretation().nowCalled(remembered));
    }
    return references;
  }

  private Holding of(String reference, SubjectData data) {
    List<Letter> drafts = new ArrayList<>();
    List<Letter> letters = new ArrayList<>();
    for (Introduction i : data.introductions()) {
      Letter letter = new Letter(i.ref(), i.mailbox());
      if (i.draftId() != null) {
        drafts.add(letter);
      }
      boolean sent = i.sentAt() != null && !i.has(IntroductionFlag.BY_HAND); // which has no letter
      if (sent || i.state() == Introduction.State.DISCARDED) {
        letters.add(letter);
      }
    }
    Set<Integer> rows = new TreeSet<>();
    data.rows().forEach(row -> rows.add(row.sheetRow().index() + FIRST_ROW));
    return new Holding(
        reference,
        observation.layout().responses().title(),
        List.copyOf(rows),
        data.responses().size(),
        drafts,
        letters,
        elsewhere(data, rows));
  }

  /** Cells of people that name somebody; the daemon clears its own. */
  private List<String> elsewhere(SubjectData data, Set<Integer> rows) {
    Set<String> words = new HashSet<>(data.people());
    for (ResponseRow row : data.rows()) {
      Profile profile = row.profile();
      if (profile.email() != null) {
        words.add(profile.email().toLowerCase(Locale.ROOT));
      }
      if (profile.phone() != null) {
        words.add(profile.phone());
      }
    }
    Map<Integer, Set<Integer>> ownColumnsByTab = observation.layout().ownColumns();
    Set<String> rowsThatName = new TreeSet<>();
    for (Tab tab : observation.workbook().tabs()) {
      boolean answers = tab.sheetId() == observation.layout().responses().sheetId();
      Set<Integer> ownColumns = ownColumnsByTab.getOrDefault(tab.sheetId(), Set.of());
      for (Row row : tab.body()) {
        int number = row.index() + FIRST_ROW;
        if (!(answers && rows.contains(number)) && names(row, ownColumns, words)) {
          rowsThatName.add(tab.title() + " " + number);
        }
      }
    }
    return List.copyOf(rowsThatName);
  }

  private static boolean names(Row row, Set<Integer> ownColumns, Set<String> words) {
    for (int column = 0; column < row.cells().size(); column++) {
      Cell cell = row.cells().get(column);
      String text = LowerCase.of(cell.text());
      if (!ownColumns.contains(column)
          && words.stream().anyMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)))) {
        return true;
      }
    }
    return false;
  }
}
