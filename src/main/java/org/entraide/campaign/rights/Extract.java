package org.entraide.campaign.rights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.SubjectData;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.SettingsNotes;
import org.entraide.people.identity.Person;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ShortName;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.table.Cell;
import org.entraide.table.Row;

/**
 * All that is held of a campaign, or of one person in it, as tables: for a person's right of
 * access, for a community that goes on without Entraide. Pure.
 */
public final class Extract {

  static final String ANSWERS = "answers.csv";
  static final String INTRODUCTIONS = "introductions.csv";
  static final String JOURNAL = "journal.csv";

  /** The columns in which the daemon or organisers point to people. */
  private static final List<PersonColumn> POINTING =
      List.of(
          PersonColumn.STATUS,
          PersonColumn.INTRODUCED,
          PersonColumn.EXPLANATION,
          PersonColumn.WITH,
          PersonColumn.NEVER_WITH);

  private final Observation observation;
  private final Optional<SubjectData> person;
  private final Map<String, Profile> profiles = new HashMap<>(); // of everybody, by reference

  /**
   * @param reference of the one person; empty for everybody
   */
  public Extract(Observation observation, Optional<String> reference) {
    this.observation = observation;
    this.person = reference.map(ref -> SubjectData.of(observation, ref));
    for (Person one : observation.interpretation().people()) {
      profiles.put(one.ref(), one.profile());
      one.formerRefs().forEach(former -> profiles.put(former, one.profile()));
    }
  }

  /** Whether nothing is known of the one person. */
  public boolean isNobody() {
    return person.filter(SubjectData::isNobody).isPresent();
  }

  /** The rows, titles first, by the name of the file. */
  public Map<String, List<List<String>>> tables() {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    tables.put(ANSWERS, answers());
    tables.put(INTRODUCTIONS, introductions());
    tables.put(JOURNAL, journal());
    return tables;
  }

  private boolean concerns(String reference) {
    return person.isEmpty() || person.get().people().contains(reference);
  }

  /**
   * Every cell of the rows, what organisers wrote there too, but for the hidden check. The daemon's
   * words and lists of people name nobody else: a person's file is about that person.
   */
  private List<List<String>> answers() {
    OptionalInt check = observation.layout().checkColumn();
    List<List<String>> table = new ArrayList<>();
    Row header = observation.layout().responses().header();
    int width = header.cells().size();
    List<String> titles = new ArrayList<>(List.of("row", "reference"));
    titles.addAll(texts(header, width, check));
    table.add(titles);
    for (int i = 0; i < observation.interpretation().rows().size(); i++) {
      ResponseRow row = observation.interpretation().rows().get(i);
      String reference = observation.interpretation().assigned().get(i).ref();
      if (concerns(reference) && !row.profile().isErased()) {
        List<String> line =
            new ArrayList<>(List.of(String.valueOf(row.sheetRow().index() + 1), reference));
        line.addAll(
            texts(nameless(row.sheetRow()), Math.max(width, row.sheetRow().cells().size()), check));
        table.add(line);
      }
    }
    return table;
  }

  /** A row with references alone where it points to people. */
  private Row nameless(Row row) {
    List<Cell> cells = new ArrayList<>(row.cells());
    for (PersonColumn column : POINTING) {
      Integer at = observation.layout().answerColumns().at().get(column);
      if (at != null && at < cells.size() && cells.get(at).text().indexOf('(') >= 0) {
        cells.set(at, Cell.text(ShortName.without(cells.get(at).text(), profiles)));
      }
    }
    return new Row(row.index(), cells);
  }

  private static List<String> texts(Row row, int width, OptionalInt without) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      if (without.isEmpty() || column != without.getAsInt()) {
        Cell cell = row.cell(column);
        texts.add(cell.text());
      }
    }
    return texts;
  }

  private List<List<String>> introductions() {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "reference",
            "person",
            "helper",
            "needs",
            "distance_km",
            "state",
            "delegate",
            "begun_at",
            "sent_at"));
    observation.current(observation.mail().introductions()).stream()
        .filter(i -> concerns(i.person()) || concerns(i.helper()))
        .sorted(Comparator.comparing(Introduction::begunAt).thenComparing(Introduction::ref))
        .forEach(i -> table.add(line(i)));
    return table;
  }

  private static List<String> line(Introduction i) {
    return List.of(
        i.ref(),
        i.person(),
        i.helper(),
        String.join(";", new TreeSet<>(i.needs().stream().map(Category::key).toList())),
        i.distanceKm() == null ? "" : String.valueOf(i.distanceKm()),
        i.state().name().toLowerCase(Locale.ROOT),
        i.mailbox(),
        i.begunAt().toString(),
        i.sentAt() == null ? "" : i.sentAt().toString());
  }

  /** What the journal knows beside introductions; for hashes, what they are hashes of. */
  private List<List<String>> journal() {
    Journal.Memory memory = observation.memory();
    List<List<String>> table = new ArrayList<>();
    new TreeMap<>(memory.firstAnswers())
        .forEach(
            (ref, at) -> {
              if (concerns(ref)) {
                table.add(List.of(ref, "first answer", at.toString()));
              }
            });
    Map<String, Integer> contents = new TreeMap<>();
    memory.referenceByFingerprint().values().stream()
        .filter(this::concerns)
        .forEach(ref -> contents.merge(ref, 1, Integer::sum));
    contents.forEach(
        (ref, count) ->
            table.add(List.of(ref, "hashes of answers, contacts and name", count.toString())));
    table.addAll(notes(memory));
    table.sort(
        Comparator.<List<String>, String>comparing(line -> line.get(0))
            .thenComparing(line -> line.get(1)));
    table.add(0, List.of("reference", "what", "value"));
    return table;
  }

  private List<List<String>> notes(Journal.Memory memory) {
    List<List<String>> table = new ArrayList<>();
    Set<Journal.Note.Kind> ofPeople =
        Set.of(
            Journal.Note.Kind.VANISHED,
            Journal.Note.Kind.ASKED,
            Journal.Note.Kind.ALIAS,
            Journal.Note.Kind.HEARD,
            Journal.Note.Kind.PAUSED,
            Journal.Note.Kind.AWAITED);
    memory.notes().entrySet().stream()
        .filter(e -> ofPeople.contains(e.getKey().kind()) && concerns(e.getKey().subject()))
        .map(
            e ->
                List.of(
                    e.getKey().subject(),
                    "note: " + e.getKey().kind().name().toLowerCase(Locale.ROOT),
                    e.getValue()))
        .forEach(table::add);
    SettingsNotes.bars(memory.notes()).all().stream()
        .filter(bar -> !bar.ref().isEmpty() && concerns(bar.ref()))
        .map(
            bar ->
                List.of(bar.ref(), "note: barred", "hashes of contacts: " + bar.contacts().size()))
        .forEach(table::add);
    return table;
  }
}
