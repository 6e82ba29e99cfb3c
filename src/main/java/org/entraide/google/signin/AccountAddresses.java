package org.entraide.google.signin;

import java.util.Locale;

/** Whether two addresses are one account's. */
final class AccountAddresses {

  private AccountAddresses() {}

  /** Case never counts; at gmail.com dots do not either, and googlemail.com is the same. */
  static boolean areSame(String a, String b) {
    return plain(a).equals(plain(b));
  }

  private static String plain(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    int at = lower.lastIndexOf('@');
    String domain = lower.substring(at + 1);
    boolean gmail = domain.equals("gmail.com") || domain.equals("googlemail.com");
    return gmail && at > 0 ? lower.substring(0, at).replace(".", "") + "@gmail.com" : lower;
  }
}
