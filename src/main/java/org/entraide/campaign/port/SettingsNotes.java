package org.entraide.campaign.port;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.campaign.port.Journal.Note.Kind;
import org.entraide.plan.settings.Bar;
import org.entraide.plan.settings.Bars;
import org.entraide.plan.settings.DeletionConfirmation;
import org.entraide.plan.settings.KeptGroups;
import org.entraide.plan.settings.KeptSettings;
import org.entraide.plan.settings.Setting;

/** The journal's notes about the settings tab, and about who is barred there. */
public final class SettingsNotes {

  /** Before the hash of a group's name. */
  private static final String GROUP = "group:";

  private static final Note CONFIRMED = new Note(Kind.CONFIRMED, "deletions");
  private static final Set<Kind> SETTINGS = EnumSet.of(Kind.SETTING, Kind.CONFIRMED, Kind.BARRED);

  /** A contact as an earlier version remembered it. */
  private static final Pattern UNSALTED = Pattern.compile("[0-9a-f]{16}");

  private SettingsNotes() {}

  /** Who is barred. An earlier version remembered each contact by itself, and whose it was. */
  public static Bars bars(Map<Note, String> notes) {
    List<Bar> bars = new ArrayList<>();
    Map<String, Set<String>> contacts = new TreeMap<>();
    JournalNotes.ofKind(notes, Kind.BARRED, words -> words)
        .forEach(
            (subject, words) -> {
              if (UNSALTED.matcher(subject).matches()) {
                contacts.computeIfAbsent(words, ref -> new TreeSet<>()).add(subject);
              } else {
                Bar.ofNote(subject, words).ifPresent(bars::add);
              }
            });
    contacts.forEach((ref, hashes) -> bars.add(Bar.unsalted(ref, hashes)));
    return new Bars(bars, Map.of());
  }

  /** All notes about who is barred as they should be. */
  public static Map<Note, String> of(Bars bars) {
    Map<Note, String> notes = new HashMap<>();
    bars.all().forEach(bar -> notes.put(new Note(Kind.BARRED, bar.salt()), bar.note()));
    return notes;
  }

  /** Of all notes those about who is barred. */
  public static Map<Note, String> aboutBars(Map<Note, String> notes) {
    Map<Note, String> about = new HashMap<>(notes);
    about.keySet().removeIf(n -> n.kind() != Kind.BARRED);
    return about;
  }

  /** What was kept of the settings tab. */
  public static KeptSettings settings(Map<Note, String> notes) {
    Map<String, String> byKey = JournalNotes.ofKind(notes, Kind.SETTING, words -> words);
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = byKey.get(setting.key());
      if (value != null) {
        values.put(setting, value);
      }
    }
    return new KeptSettings(
        values,
        Optional.ofNullable(notes.get(CONFIRMED)).flatMap(DeletionConfirmation.Used::parse),
        bars(notes),
        KeptGroups.ofJournal(limits(byKey)));
  }

  /** By the hash of a group's name. */
  private static Map<String, String> limits(Map<String, String> byKey) {
    Map<String, String> limits = new HashMap<>();
    byKey.forEach(
        (key, value) -> {
          if (key.startsWith(GROUP)) {
            limits.put(key.substring(GROUP.length()), value);
          }
        });
    return limits;
  }

  /** All notes about the settings tab as they should be. */
  public static Map<Note, String> of(KeptSettings settings) {
    Map<Note, String> notes = new HashMap<>();
    settings
        .values()
        .forEach((setting, value) -> notes.put(new Note(Kind.SETTING, setting.key()), value));
    settings
        .groups()
        .limits()
        .forEach((hash, value) -> notes.put(new Note(Kind.SETTING, GROUP + hash), value));
    settings.used().ifPresent(used -> notes.put(CONFIRMED, used.words()));
    notes.putAll(of(settings.bars()));
    return notes;
  }

  /** Of all notes those about the settings tab. */
  public static Map<Note, String> aboutSettings(Map<Note, String> notes) {
    Map<Note, String> about = new HashMap<>(notes);
    about.keySet().removeIf(n -> !SETTINGS.contains(n.kind()));
    return about;
  }
}
