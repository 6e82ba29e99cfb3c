package org.entraide.simulation;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.sandbox.office.gmail.MailMessage;
import org.entraide.testkit.Human;

/** Whom letters are for, where several people share an address or a number. */
final class Addressees {

  private final List<Site> sites;

  /**
   * @param sites also those that are added later
   */
  Addressees(List<Site> sites) {
    this.sites = sites;
  }

  private List<Soul> souls() {
    return sites.stream().flatMap(site -> site.souls.values().stream()).toList();
  }

  /** To whom one is addressed, by address and name: a token; empty for nobody. */
  String written(String address, String name) {
    List<Soul> sameAddress =
        souls().stream().filter(soul -> soul.contact().email().equals(address)).toList();
    return sameAddress.stream()
        .filter(soul -> sameAddress.size() == 1 || soul.name().equals(name))
        .findFirst()
        // of those who share an address, the one whose name no letter holds
        .or(
            () ->
                sameAddress.stream()
                    .filter(soul -> soul.name().startsWith(Newcomers.LINK))
                    .findFirst())
        .map(Soul::token)
        .orElse("");
  }

  /** Whose telephone number a letter gives: tokens. */
  Set<String> rung(String text) {
    Set<String> rung = new TreeSet<>();
    for (String token : Human.rung(text)) {
      souls().stream()
          .filter(soul -> soul.token().equals(token))
          .findFirst()
          .ifPresentOrElse(soul -> rung.add(named(soul, text)), () -> rung.add(token));
    }
    return rung;
  }

  /** Of those who share somebody's number and have no address, the one whom a letter names. */
  private String named(Soul owner, String text) {
    return souls().stream()
        .filter(soul -> soul.contact().international().equals(owner.contact().international()))
        .filter(soul -> soul.contact().email().isEmpty())
        .filter(soul -> text.contains(soul.name().split(" ", -1)[0])) // letters say no more
        .findFirst()
        .orElse(owner)
        .token();
  }

  /**
   * Whom a letter is addressed to, by address and, where several share it, name; and whose
   * telephone number it gives to the other, who has no address.
   */
  Set<String> of(MailMessage message) {
    Set<String> tokens = new TreeSet<>();
    try {
      Address[] to = MailText.mail(message).getRecipients(Message.RecipientType.TO);
      for (Address one : to == null ? new Address[0] : to) {
        if (one instanceof InternetAddress address) {
          String name = address.getPersonal() == null ? "" : address.getPersonal();
          tokens.add(written(address.getAddress(), name));
        }
      }
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
    tokens.remove("");
    if (tokens.size() == 1) {
      tokens.addAll(rung(MailText.of(message)));
    }
    return tokens;
  }
}
