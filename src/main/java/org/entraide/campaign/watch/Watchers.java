package org.entraide.campaign.watch;

import java.time.Duration;
import java.util.List;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Stage;

/** Several that hear of the same passes. */
public record Watchers(List<Watcher> all) implements Watcher {

  public Watchers {
    all = List.copyOf(all);
  }

  @Override
  public void begins(String campaign) {
    all.forEach(it -> it.begins(campaign));
  }

  @Override
  public void reaches(String campaign, Stage stage) {
    all.forEach(it -> it.reaches(campaign, stage));
  }

  @Override
  public void rests(String campaign, Duration wait) {
    all.forEach(it -> it.rests(campaign, wait));
  }

  @Override
  public void ends(String campaign, CycleReport report, Duration wait) {
    all.forEach(it -> it.ends(campaign, report, wait));
  }

  @Override
  public void leaves(String campaign) {
    all.forEach(it -> it.leaves(campaign));
  }
}
