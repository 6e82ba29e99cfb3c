package org.entraide.campaign.gateway;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Table;
import org.entraide.place.Geocoder;
import org.entraide.place.PostcodeFiles;
import org.entraide.resilience.Stop;

/**
 * The world outside.
 *
 * @param mailboxes by a delegate's address
 * @param form the form behind the sheet; empty where the campaign names none
 * @param postcodes what was imported for the geocoder; empty where that would not help
 * @param stop whether the process must end
 */
public record Ports(
    Table table,
    Optional<FormReader> form,
    Function<String, Mailbox> mailboxes,
    Geocoder geocoder,
    Optional<PostcodeFiles> postcodes,
    Journal journal,
    InstantSource clock,
    RandomGenerator random,
    Stop stop) {

  /** Of a process that nobody ends. */
  public Ports(
      Table table,
      Optional<FormReader> form,
      Function<String, Mailbox> mailboxes,
      Geocoder geocoder,
      Optional<PostcodeFiles> postcodes,
      Journal journal,
      InstantSource clock,
      RandomGenerator random) {
    this(table, form, mailboxes, geocoder, postcodes, journal, clock, random, new Stop());
  }
}
