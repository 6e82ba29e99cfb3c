package org.entraide.plan.settings;

import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of the settings tab beside it: rows, the tab itself and its hidden column are
 * deleted by mistake, and a pass may fail between using a confirmation and saying so.
 *
 * @param values by setting, the last good value as the hidden column has it; none that are empty
 * @param used a confirmation that was used, until the tab shows it as used or it is cleared
 * @param bars who is barred
 * @param groups what is known of groups
 */
public record KeptSettings(
    Map<Setting, String> values,
    Optional<DeletionConfirmation.Used> used,
    Bars bars,
    KeptGroups groups) {

  /** Of a campaign that never ran. */
  public static final KeptSettings NOTHING =
      new KeptSettings(Map.of(), Optional.empty(), Bars.NONE, KeptGroups.NOTHING);

  public KeptSettings {
    values = Map.copyOf(values);
  }

  /** Whether organisers stopped everything when the tab could last be read. */
  public boolean isSuspended() {
    return SettingValue.YES.equals(values.get(Setting.SUSPEND));
  }

  /** These settings once a confirmation was used. */
  public KeptSettings with(DeletionConfirmation.Used use) {
    return new KeptSettings(values, Optional.of(use), bars, groups);
  }

  /** These settings with other bars. */
  public KeptSettings with(Bars others) {
    return new KeptSettings(values, used, others, groups);
  }

  /** These settings with other groups. */
  public KeptSettings with(KeptGroups others) {
    return new KeptSettings(values, used, bars, others);
  }
}
