package org.entraide.testkit;

import java.net.URI;
import org.entraide.config.CampaignSettings;
import org.entraide.google.wire.Wire;

/** How the daemon reaches the office. */
public interface Root extends AutoCloseable {
  CampaignSettings settings();

  URI uri();

  Wire wire();

  @Override
  void close();
}
