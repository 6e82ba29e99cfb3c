package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.sandbox.office.Desk;

/**
 * The groups of one campaign: what organisers type of them in the sheet, and what then must hold. A
 * group is known here by the first letters of its name.
 */
final class SiteGroups {

  private static final List<String> NAMES = List.of("Croix-Rouge", "Secours populaire");
  private static final String LINE = "Groupe :";
  private static final int MOST_PEOPLE = 4;

  private final Site site;

  /** By introduction, by which readings it may have been planned. */
  private final Map<String, List<Reading>> begun = new HashMap<>();

  /** Since a pass was whole: one that is broken off may leave a plan in the journal alone. */
  private final List<Reading> readings = new ArrayList<>();

  private final Set<String> everLimited = new HashSet<>();

  /** Limits that a completed pass has seen, and that must come back with a deleted line. */
  private final Map<String, String> seenLimits = new HashMap<>();

  private final Map<String, String> returning = new HashMap<>();
  private Reading atRead = Reading.NOTHING;
  private Map<String, String> shownAtRead = Map.of();
  private int typings;

  /**
   * What stood in the sheet when the daemon read it.
   *
   * @param members by token, those of whom it is certain; empty for no group
   * @param limits as lines show them; without those that are not understood or deleted
   */
  private record Reading(Map<String, String> members, Map<String, Integer> limits) {
    static final Reading NOTHING = new Reading(Map.of(), Map.of());

    private Set<String> of(String group) {
      Set<String> tokens = new HashSet<>();
      members.forEach(
          (token, theirs) -> {
            if (theirs.equals(group)) {
              tokens.add(token);
            }
          });
      return tokens;
    }
  }

  SiteGroups(Site site) {
    this.site = site;
  }

  // ---- what organisers do

  void happens(Happening.Kind kind, Organisers people, SplittableRandom random) {
    switch (kind) {
      case NAMES_GROUP -> names(people, random);
      case CLEARS_GROUP -> clears(people, random);
      case LIMITS_GROUP -> limits(people, random);
      case DELETES_GROUP_LINE -> deletesLine(people, random);
      case RENAMES_GROUP_LINE -> renamesLine(people, random);
      default -> sorts(people, random);
    }
  }

  private void names(Organisers people, SplittableRandom random) {
    Desk.Tab answers = site.answers();
    String name = spelling(NAMES.get(random.nextInt(NAMES.size())));
    people
        .row(
            answers,
            random,
            row ->
                answers.column("group") >= 0
                    && site.owner(answers, row).filter(Soul::isHelper).isPresent())
        .ifPresent(
            row -> {
              site.copied.isTyped(answers.response(row).orElseThrow(), "group");
              people.type(answers, row, "group", name);
              people.act();
            });
  }

  /** Never the same twice: equal words that come and go look as if they were moved. */
  private String spelling(String name) {
    typings++;
    int bits = typings;
    StringBuilder spelling = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean small = Character.isLowerCase(letter); // no other has a second form
      spelling.append(small && (bits & 1) == 1 ? Character.toUpperCase(letter) : letter);
      bits >>= small ? 1 : 0;
    }
    return spelling.toString();
  }

  private void clears(Organisers people, SplittableRandom random) {
    Desk.Tab answers = site.answers();
    people
        .row(answers, random, row -> !answers.text(row, "group").isEmpty())
        .ifPresent(
            row -> {
              site.copied.isTyped(answers.response(row).orElseThrow(), "group");
              people.type(answers, row, "group", "");
              people.act();
            });
  }

  private record Line(Desk.Tab settings, int row, String group) {}

  private Optional<Line> line(SplittableRandom random) {
    List<Line> lines = settings().map(SiteGroups::lines).orElse(List.of());
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.get(random.nextInt(lines.size())));
  }

  private Optional<Desk.Tab> settings() {
    return site.desk.copy().with("settings_label");
  }

  private static List<Line> lines(Desk.Tab settings) {
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < settings.rows(); row++) {
      String label = settings.text(row, "settings_label").replaceAll("[\u00a0\u202f]", " ");
      if (label.startsWith(LINE)) {
        lines.add(new Line(settings, row, group(label.substring(LINE.length()))));
      }
    }
    return lines;
  }

  private void limits(Organisers people, SplittableRandom random) {
    int most = random.nextInt(MOST_PEOPLE);
    String value = most == MOST_PEOPLE - 1 ? "" : String.valueOf(most);
    line(random)
        .ifPresent(
            line -> {
              everLimited.add(line.group());
              returning.remove(line.group());
              people.type(line.settings(), line.row(), "settings_value", value);
              people.act();
            });
  }

  /** An organiser deletes a line, which must come back. */
  private void deletesLine(Organisers people, SplittableRandom random) {
    line(random)
        .ifPresent(
            line -> {
              String value = line.settings().text(line.row(), "settings_value");
              if (value.equals(seenLimits.get(line.group()))
                  && value.equals(shownAtRead.get(line.group()))) {
                returning.putIfAbsent(line.group(), value);
              } else {
                returning.remove(line.group());
              }
              site.desk.delete(line.settings().id(), line.row());
              people.act();
            });
  }

  private void renamesLine(Organisers people, SplittableRandom random) {
    line(random)
        .ifPresent(
            line -> {
              people.type(line.settings(), line.row(), "settings_label", "Combien au plus ?");
              people.act();
            });
  }

  private void sorts(Organisers people, SplittableRandom random) {
    settings()
        .ifPresent(
            tab -> {
              site.desk.sort(tab.id(), tab.column("settings_label"), random.nextBoolean());
              people.act();
            });
  }

  // ---- what the daemon reads

  private static String group(String name) {
    return name.strip().substring(0, Math.min(3, name.strip().length())).toLowerCase(Locale.ROOT);
  }

  /** The daemon reads. */
  void read(Desk.Tab answers) {
    Map<String, String> limits = new HashMap<>();
    settings()
        .ifPresent(
            tab ->
                lines(tab)
                    .forEach(
                        line ->
                            limits.putIfAbsent(
                                line.group(), tab.text(line.row(), "settings_value"))));
    Map<String, Integer> numbers = new HashMap<>();
    limits.forEach(
        (group, value) -> {
          if (!value.isEmpty()) {
            numbers.put(group, Integer.parseInt(value));
          }
        });
    atRead = new Reading(members(answers), numbers);
    readings.add(atRead);
    shownAtRead = limits;
    returning.keySet().retainAll(atRead.members().values()); // of nobody's group it is forgotten
  }

  private Map<String, String> members(Desk.Tab answers) {
    Map<String, Set<String>> groups = new HashMap<>();
    for (int row : site.rows(answers)) {
      String shown = answers.text(row, "group");
      boolean anothers = site.copied.isCopied(answers.response(row).orElse(""), "group");
      site.owner(answers, row)
          .ifPresent(
              soul ->
                  groups
                      .computeIfAbsent(soul.token(), t -> new HashSet<>())
                      .add(anothers || Site.asks(answers, row) ? "?" : group(shown)));
    }
    Map<String, String> members = new HashMap<>();
    groups.forEach(
        (token, theirs) -> {
          if (theirs.size() > 1) {
            theirs.remove(""); // else they surely help for no group
          }
          if (theirs.size() == 1 && !theirs.contains("?")) {
            members.put(token, theirs.iterator().next());
          }
        });
    return members;
  }

  /**
   * A pass has seen what was read, and remembers it.
   *
   * @param whole whether it did all that it decided
   */
  void areKnown(boolean whole) {
    if (whole) {
      readings.clear();
    }
    seenLimits.clear();
    seenLimits.putAll(shownAtRead);
  }

  /** The journal is lost, or is an older one. */
  void areForgotten() {
    seenLimits.clear();
    returning.clear();
  }

  // ---- what must hold

  /** An introduction stands in the ledger, made by what the daemon read. */
  void begun(String reference) {
    begun.putIfAbsent(reference, readings.isEmpty() ? List.of(atRead) : List.copyOf(readings));
  }

  /** What is wrong with an introduction that was just made. */
  Optional<String> introduced(Letter letter, Burden burden) {
    List<Reading> then = begun.getOrDefault(letter.reference, List.of());
    Optional<String> helper =
        letter.tokens.stream()
            .filter(
                token ->
                    Optional.ofNullable(site.souls.get(token)).filter(Soul::isHelper).isPresent())
            .findFirst();
    if (then.isEmpty() || helper.isEmpty() || site.isUnlearnt) {
      return Optional.empty();
    }
    Reading last = then.get(then.size() - 1);
    String group = last.members().getOrDefault(helper.get(), "");
    OptionalInt formerLimit = most(then, helper.get());
    Integer now = atRead.limits().get(group);
    if (formerLimit.isEmpty() || now == null) {
      return Optional.empty();
    }
    Set<String> members = last.of(group);
    members.retainAll(atRead.of(group));
    long live = members.stream().mapToLong(token -> burden.of(site, token, letter)).sum();
    return live > Math.max(formerLimit.getAsInt(), now)
        ? Optional.of(letter.reference + " is more than its helper’s group may bear")
        : Optional.empty();
  }

  /**
   * The highest limit that the helper's group had; empty where it once had none. A reading in which
   * their group was not clear says nothing.
   */
  private static OptionalInt most(List<Reading> readings, String helper) {
    List<Integer> limits = new ArrayList<>();
    for (Reading reading : readings) {
      String group = reading.members().get(helper);
      Integer limit = group == null ? null : reading.limits().get(group);
      if (group != null && limit == null) {
        return OptionalInt.empty();
      }
      if (limit != null) {
        limits.add(limit);
      }
    }
    return limits.stream().mapToInt(limit -> limit).max();
  }

  /** Whether somebody helps for a group that may have no place left. */
  boolean mayBeFull(
      Desk.Tab answers, Map<String, List<Integer>> rows, String helper, Burden burden) {
    return rows.getOrDefault(helper, List.of()).stream()
        .map(row -> group(answers.text(row, "group")))
        .anyMatch(group -> everLimited.contains(group) && isFull(answers, rows, group, burden));
  }

  private boolean isFull(
      Desk.Tab answers, Map<String, List<Integer>> rows, String group, Burden burden) {
    Optional<String> shown =
        settings()
            .flatMap(
                tab ->
                    lines(tab).stream()
                        .filter(line -> line.group().equals(group))
                        .map(line -> tab.text(line.row(), "settings_value"))
                        .findFirst());
    if (shown.filter(String::isEmpty).isPresent()) {
      return false;
    }
    long most =
        rows.entrySet().stream()
            .filter(
                person ->
                    person.getValue().stream()
                        .anyMatch(row -> group(answers.text(row, "group")).equals(group)))
            .mapToLong(person -> burden.most(site, person.getKey()))
            .sum();
    return shown.map(value -> most >= Integer.parseInt(value)).orElse(true);
  }

  /** The daemon wrote into the settings: no value of a group's line that was there. */
  Optional<String> wrote(Desk.Copy before, Desk.Changed cell) {
    boolean group =
        cell.mark().equals("settings_value")
            && !site.wasOvertaken()
            && before.tab(cell.tab()).text(cell.row(), "settings_check").startsWith("group:");
    return group
        ? Optional.of(site.settings.name() + ": the limit of a group was changed")
        : Optional.empty();
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Tab answers) {
    List<String> wrong = new ArrayList<>();
    Optional<Desk.Tab> settings = settings();
    if (settings.isEmpty()) {
      return wrong;
    }
    Set<String> named = new HashSet<>(members(answers).values());
    named.remove("");
    int lines = 0;
    for (int row = 0; row < settings.get().rows(); row++) {
      lines += settings.get().text(row, "settings_check").startsWith("group:") ? 1 : 0;
    }
    if (lines < named.size()) {
      wrong.add(site.settings.name() + ": a group has no line");
    }
    for (Line line : lines(settings.get())) {
      String value = returning.get(line.group());
      if (value != null
          && named.contains(line.group())
          && !settings.get().text(line.row(), "settings_value").equals(value)) {
        wrong.add(site.settings.name() + ": a group has lost its limit");
      }
    }
    return wrong;
  }
}
