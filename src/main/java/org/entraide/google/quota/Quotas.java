package org.entraide.google.quota;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.google.quota.MinuteQuota.Kind;
import org.entraide.google.wire.TokenName;
import org.entraide.group.SharedBudget;

/**
 * What Google may be asked for in a minute, for each account or project that Google counts: make
 * one for a process, so that campaigns with separate credentials count together where Google counts
 * them so.
 */
public final class Quotas {

  private final InstantSource clock;
  private final Optional<SharedBudget> budget;
  private final Map<String, SheetsQuota.Share> users = new ConcurrentHashMap<>();
  private final Map<String, SheetsQuota.Share> projects = new ConcurrentHashMap<>();
  private final Map<String, MinuteQuota> mailboxes = new ConcurrentHashMap<>();

  /** The quotas of a process that shares them with no other. */
  public Quotas(InstantSource clock) {
    this(clock, Optional.empty());
  }

  /**
   * The quotas of a process that may share them with others.
   *
   * @param budget where they count together; empty for one that shares nothing
   */
  public Quotas(InstantSource clock, Optional<SharedBudget> budget) {
    this.clock = clock;
    this.budget = budget;
  }

  /** Whether other daemons ask in the same names. */
  public boolean areShared() {
    return budget.isPresent();
  }

  /**
   * What spreadsheets may be asked for.
   *
   * @param account as whom
   * @param project in the Google Cloud project to which the credentials belong
   */
  public SheetsQuota sheets(String account, String project) {
    return new SheetsQuota(
        users.computeIfAbsent(
            key(account),
            it ->
                SheetsQuota.Share.ofUser(
                    minute(Kind.USER_READS, it), minute(Kind.USER_WRITES, it))),
        projects.computeIfAbsent(
            key(project),
            it ->
                SheetsQuota.Share.ofProject(
                    minute(Kind.PROJECT_READS, it), minute(Kind.PROJECT_WRITES, it))));
  }

  /** What a mailbox may be asked for, by all campaigns that write into it. */
  public MinuteQuota mailbox(String address) {
    return mailboxes.computeIfAbsent(key(address), it -> minute(Kind.MAILBOX, it));
  }

  private MinuteQuota minute(Kind kind, String owner) {
    MinuteBudget minute =
        budget
            .<MinuteBudget>map(
                shared ->
                    new SharedMinute(
                        shared, subject(kind, owner), kind.aMinute(), SharedMinute.GOOD, clock))
            .orElseGet(() -> new ProcessMinute(clock, kind.aMinute()));
    return new MinuteQuota(clock, kind, minute);
  }

  /** The name under which others find it: it says what is counted and not for whom. */
  private static String subject(Kind kind, String owner) {
    return kind.name().toLowerCase(Locale.ROOT) + " " + TokenName.of(owner);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
