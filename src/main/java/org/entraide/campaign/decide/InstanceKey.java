package org.entraide.campaign.decide;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A name for all that a matching depends on but what was proposed before: SHA-256 over every field,
 * lists sorted, so that the same world has the same name in every run and on every machine. It
 * reveals nothing about anybody.
 */
final class InstanceKey {

  /** To be raised whenever the matcher decides otherwise on the same instance. */
  private static final int MATCHER = 2;

  private final Hasher hasher = Hashing.sha256().newHasher();

  private InstanceKey() {}

  static String of(Instance instance, MatchOptions options) {
    InstanceKey key = new InstanceKey();
    key.hasher.putInt(MATCHER);
    key.options(options);
    key.settings(instance.settings());
    key.hasher.putInt(instance.participants().size());
    instance.participants().stream()
        .sorted(Comparator.comparing(Participant::ref))
        .forEach(key::participant);
    key.hasher.putInt(instance.rules().size());
    Map<String, Integer> groups = new TreeMap<>(instance.groups());
    key.hasher.putInt(groups.size());
    groups.forEach(
        (group, capacity) -> {
          key.text(group);
          key.hasher.putInt(capacity);
        });
    instance.rules().stream()
        .sorted(
            Comparator.comparing(PairRule::person)
                .thenComparing(PairRule::helper)
                .thenComparing(PairRule::kind)
                .thenComparing(rule -> names(rule.needs()).toString()))
        .forEach(key::rule);
    return key.hasher.hash().toString();
  }

  private void options(MatchOptions options) {
    text(options.policy().key());
    hasher.putLong(options.walkEffort()).putLong(options.seed());
  }

  private void settings(MatchSettings settings) {
    hasher.putDouble(settings.maxKm()).putDouble(settings.maxUncertaintyKm());
    hasher.putInt(settings.bandsKm().size());
    settings.bandsKm().forEach(hasher::putDouble);
    texts(names(settings.checkedOnly()));
  }

  private void participant(Participant it) {
    GeoPoint point = it.point();
    text(it.ref());
    number(point == null ? null : point.latitude());
    number(point == null ? null : point.longitude());
    hasher.putDouble(it.uncertaintyKm());
    texts(names(it.needs()));
    texts(names(it.offers()));
    hasher.putInt(it.capacity());
    number(it.radiusKm());
    texts(it.languages().stream().sorted().toList());
    hasher.putInt(it.priority());
    text(String.valueOf(it.since()));
    hasher.putBoolean(it.checked());
    text(it.availability().name());
    texts(it.contacts().stream().sorted().toList());
    String group = it.group();
    texts(group == null ? List.of() : List.of(group));
  }

  private void rule(PairRule rule) {
    text(rule.person());
    text(rule.helper());
    text(rule.kind().name());
    texts(names(rule.needs()));
  }

  private static List<String> names(Collection<? extends Enum<?>> words) {
    return words.stream().map(Enum::name).sorted().toList();
  }

  private void texts(List<String> texts) {
    hasher.putInt(texts.size());
    texts.forEach(this::text);
  }

  /** With its length, so that no two lists of texts look alike. */
  private void text(String text) {
    hasher.putInt(text.length()).putUnencodedChars(text);
  }

  private void number(@Nullable Double number) {
    hasher.putBoolean(number != null).putDouble(number == null ? 0 : number);
  }
}
