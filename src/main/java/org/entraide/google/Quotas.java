package org.entraide.google;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Google may be asked for in a minute, by whoever Google counts: make one for a process, so
 * that campaigns with credentials of their own count together where Google counts them so.
 */
public final class Quotas {

  private final InstantSource clock;
  private final Map<String, SheetsQuota.Share> users = new ConcurrentHashMap<>();
  private final Map<String, SheetsQuota.Share> projects = new ConcurrentHashMap<>();
  private final Map<String, MinuteQuota> mailboxes = new ConcurrentHashMap<>();

  public Quotas(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What spreadsheets may be asked for.
   *
   * @param account as whom
   * @param project in the Google Cloud project to which the credentials belong
   */
  SheetsQuota sheets(String account, String project) {
    return new SheetsQuota(
        users.computeIfAbsent(key(account), k -> SheetsQuota.Share.ofUser(clock)),
        projects.computeIfAbsent(key(project), k -> SheetsQuota.Share.ofProject(clock)));
  }

  /** What a mailbox may be asked for, whatever campaigns write into it. */
  MinuteQuota mailbox(String address) {
    return mailboxes.computeIfAbsent(key(address), k -> MinuteQuota.gmail(clock));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
