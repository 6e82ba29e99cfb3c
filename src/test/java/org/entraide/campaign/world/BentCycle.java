package org.entraide.campaign.world;

import java.util.List;
import java.util.function.UnaryOperator;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.decide.RememberingMatcher;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.config.CampaignSettings;
import org.entraide.match.model.Instance;
import org.entraide.text.Texts;

/** A cycle whose matcher is given something else than what the cycle made of the sheet. */
public final class BentCycle {

  private BentCycle() {}

  /**
   * One.
   *
   * @param bent what the matcher is given instead
   */
  public static Cycle of(
      CampaignSettings settings,
      Ports ports,
      InstallationIdentity identity,
      List<Texts> languages,
      UnaryOperator<Instance> bent) {
    RememberingMatcher.Solver matcher = RememberingMatcher.matcher();
    return new Cycle(
        settings,
        ports,
        identity,
        languages,
        (instance, options) -> matcher.solve(bent.apply(instance), options));
  }
}
