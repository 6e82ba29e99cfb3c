package org.entraide.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entraide.people.identity.PersonAssignment;
import org.entraide.people.identity.PersonIdentities.IdentityRow;
import org.entraide.people.identity.PersonIdentities.KnownPeople;
import org.entraide.people.identity.PersonIdentities.RecognisedPeople;
import org.entraide.people.identity.PersonIdentities.RowOwner;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.people.word.Category;
import org.entraide.people.word.Consent;
import org.entraide.place.PlaceQuery;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** Rows, and who they are. */
public abstract class IdentitiesFixture {

  public static final String MARIE_MAIL = "marie@example.org";
  public static final String PHONE = "+447700900123";

  public static Profile who(
      @Nullable String at, String name, @Nullable String email, @Nullable String phone) {
    return new Profile(
        at == null ? null : Instant.parse(at),
        name,
        name,
        email,
        phone,
        "",
        PlaceQuery.ofText("", "GB"),
        Set.of(Category.SHOPPING),
        Set.of(),
        null,
        null,
        Set.of(),
        false,
        null,
        Consent.YES,
        List.of());
  }

  public static String day(int day) {
    return "2020-04-%02dT10:00:00Z".formatted(day);
  }

  public static IdentityRow entry(int row, String shown, Profile profile) {
    return IdentityRow.of(row, shown, profile, RowFingerprint.of("sheet", profile));
  }

  public static RecognisedPeople assign(KnownPeople known, IdentityRow... entries) {
    return PersonAssignment.assign(List.of(entries), known, new Random(1));
  }

  public static KnownPeople remember(RecognisedPeople result, List<IdentityRow> entries) {
    Map<String, String> byFingerprint = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      byFingerprint.put(entries.get(i).fingerprint(), result.rows().get(i).ref());
    }
    return new KnownPeople(Set.of(), byFingerprint);
  }

  public static List<String> refs(RecognisedPeople result) {
    return result.rows().stream().map(RowOwner::ref).toList();
  }

  public static List<String> keys(List<Message> messages) {
    return messages.stream().map(Message::key).toList();
  }

  public final IdentityRow marie = entry(1, "", who(day(1), "Marie Dupont", MARIE_MAIL, null));
  public final IdentityRow paul =
      entry(2, "", who(day(2), "Paul Martin", "paul@example.org", null));
  public final KnownPeople both =
      new KnownPeople(Set.of(), Map.of(marie.fingerprint(), "7KQ47", paul.fingerprint(), "73E2M"));

  public static IdentityRow showing(IdentityRow entry, int row, String shown) {
    return IdentityRow.of(row, shown, entry.profile(), entry.fingerprint());
  }
}
