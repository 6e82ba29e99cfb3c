package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.people.word.Category;
import org.entraide.place.PlaceQuery;
import org.entraide.sandbox.sample.SampleForm;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the form of {@code init} says about privacy is what the daemon does with the answers. That
 * no log holds them, the whole suite looks at: {@link org.entraide.NobodyIsNamed}.
 */
@NullMarked
class FormPromisesTest {

  /** Words of a form's text that promise something. */
  private static final Pattern PROMISE =
      Pattern.compile("équipe|transmis|indiqué|santé|accord|effac|confident|priorité|18 ans");

  /** Texts that have such a word and promise nothing. */
  private static final List<String> NO_PROMISE =
      List.of("form.section.consent.help", "form.ask.consent");

  private static final List<String> STREET = List.of("queensberry", "2dt", "17 ");
  private static final List<String> HEALTH = List.of("diabete", "insuline", "alzheimer");
  private static final String ZEBULON = "zebulon@planted.example";
  private static final String YOLANDE = "yolande@planted.example";
  private static final Session MAIL = Session.getInstance(new Properties());

  @TempDir Path directory;

  /**
   * One promise.
   *
   * @param key of the text that makes it
   * @param french its words, part of the text
   * @param holds what is so once the people of {@link #town} are introduced
   */
  private record Promise(String key, String french, String english, Consumer<World> holds) {
    @Override
    public String toString() {
      return english;
    }
  }

  static List<Promise> promises() {
    return List.of(
        new Promise(
            "form.ask.address.help",
            "Seul le quartier est indiqué à la personne qui vous est présentée, jamais l’adresse.",
            "is given only the area, never the address.",
            world -> {
              assertThat(letters(world)).contains("sw7").doesNotContain(STREET);
            }),
        new Promise(
            "form.ask.vulnerable.help",
            "une réponse positive vous fait passer en priorité",
            "a yes gives you priority",
            FormPromisesTest::whoIsAtRiskComesFirst),
        new Promise(
            "form.ask.vulnerable.help",
            "seule l’équipe la voit.",
            "only the team sees it.",
            world -> {
              assertThat(letters(world)).doesNotContain(HEALTH);
              assertThat(folded(world.ownCells().toString())).doesNotContain(HEALTH);
            }),
        new Promise(
            "form.ask.age.help",
            "Les personnes de moins de 18 ans ne sont pas mises en relation",
            "People under 18 are not introduced",
            world -> {
              world.answer(another("victor").with(SampleForm.AGE, "17"));
              world.settle();
              assertThat(world.rowOf("victor@planted.example").explanation())
                  .contains("moins de 18 ans");
              assertThat(world.rawDrafts()).hasSize(1);
            }),
        new Promise(
            "form.ask.notes.help",
            "Lues par l’équipe seulement.",
            "Only the team reads these.",
            world -> assertThat(letters(world)).doesNotContain(HEALTH)),
        new Promise(
            "form.consent.wording",
            "servent à vous mettre en relation et à rien d’autre.",
            "are used to introduce you and for nothing else.",
            world ->
                assertThat(asked(world))
                    .contains("queensberry")
                    .doesNotContain(HEALTH)
                    .doesNotContain("zebulon", "quatremaire", "7700", "planted")),
        new Promise(
            "form.consent.wording",
            "ne sont transmis qu’aux personnes qui vous sont présentées.",
            "are passed on only to the people you are introduced to.",
            world -> assertThat(recipients(world)).containsExactlyInAnyOrder(ZEBULON, YOLANDE)),
        new Promise(
            "form.consent.wording",
            "Vous pouvez retirer votre accord",
            "You can withdraw your consent",
            world -> {
              world.clear(world.rowOf(ZEBULON).number(), SampleForm.CONSENT);
              world.settleSlowly();
              assertThat(world.rowOf(ZEBULON).status()).isEqualTo("Incomplet");
              assertThat(world.ledger().lines().get(0).explanation())
                  .contains("N’envoyez pas ce brouillon");
            }),
        new Promise(
            "form.consent.wording",
            "faire effacer vos réponses à tout moment.",
            "have your answers erased at any time.",
            world -> {
              String ref = world.rowOf(ZEBULON).ref();
              ErasureCommands.ask(world.journal(), World.CAMPAIGN, ref, world.time.instant());
              world.settleSlowly();
              assertThat(world.rawDrafts()).isEmpty();
              assertThat(world.ownCells().toString()).doesNotContain(ref);
            }),
        new Promise(
            "form.description",
            "Une personne de l’équipe relit chaque mise en relation avant de vous écrire.",
            "Someone from the team reads every introduction before we write to you.",
            world -> {
              assertThat(world.rawDrafts()).hasSize(1);
              assertThat(world.mailbox().path("sent")).isEmpty();
            }));
  }

  @ParameterizedTest
  @MethodSource("promises")
  void everyPromiseOfTheFormIsKept(Promise promise) {
    assertThat(Texts.of("fr").pattern(promise.key())).contains(promise.french());
    assertThat(Texts.of("en").pattern(promise.key())).contains(promise.english());
    try (World world = town()) {
      promise.holds().accept(world);
    }
  }

  @Test
  void noPromiseIsMissingHere() {
    Texts french = Texts.of("fr");
    List<String> known = new ArrayList<>(NO_PROMISE);
    promises().forEach(promise -> known.add(promise.key()));
    Map<String, String> missing = new TreeMap<>();
    french.keys().stream()
        .filter(key -> key.matches("form\\.(ask|section|consent|description).*"))
        .filter(key -> PROMISE.matcher(french.pattern(key)).find() && !known.contains(key))
        .forEach(key -> missing.put(key, french.pattern(key)));

    assertThat(missing).isEmpty();
  }

  /** Somebody at risk who needs help, a helper, and one who is introduced to nobody. */
  private World town() {
    World world = World.empty(directory);
    world.answer(PrivacyTest.zebulon().with(SampleForm.VULNERABLE, "Oui, diabete et insuline"));
    world.answer(PrivacyTest.yolande());
    world.answer(another("xavier").needs(Category.PETS));
    world.settle();
    return world;
  }

  private static Reply another(String name) {
    return Reply.of(name, "Wolfram", name + "@planted.example").at("SW7").needs(Category.SHOPPING);
  }

  /** Who answered later and is at risk gets the one helper there is. */
  private static void whoIsAtRiskComesFirst(World world) {
    world.answer(another("victor").at("Glasgow").needs(Category.CHILDCARE));
    world.answer(
        another("wanda")
            .at("Glasgow")
            .needs(Category.CHILDCARE)
            .with(SampleForm.VULNERABLE, "Oui"));
    world.answer(
        Reply.of("Ulysse", "Wolfram", "ulysse@planted.example")
            .at("Glasgow")
            .offers(Category.CHILDCARE)
            .with(SampleForm.CAPACITY, "1"));
    world.type(world.answers().lines().size() + 1, "Vérifié", "oui");
    world.settle();
    assertThat(world.rowOf("wanda@planted.example").status()).isEqualTo("Brouillon prêt");
    assertThat(world.rowOf("victor@planted.example").status()).isEqualTo("En attente");
  }

  /** What the geocoder was asked. */
  private static String asked(World world) {
    StringBuilder all = new StringBuilder();
    for (PlaceQuery query : world.located) {
      all.append(query.address()).append(query.city()).append(query.postcode());
      all.append(query.country()).append('\n');
    }
    return folded(all.toString());
  }

  private static String letters(World world) {
    StringBuilder all = new StringBuilder();
    for (MimeMessage mail : mails(world)) {
      try {
        all.append(mail.getSubject()).append('\n').append(mail.getContent()).append('\n');
      } catch (MessagingException | IOException e) {
        throw new AssertionError(e);
      }
    }
    return folded(all.toString());
  }

  private static List<String> recipients(World world) {
    List<String> addresses = new ArrayList<>();
    for (MimeMessage mail : mails(world)) {
      try {
        Address[] to = mail.getRecipients(Message.RecipientType.TO);
        assertThat(mail.getAllRecipients()).isEqualTo(to);
        Arrays.stream(to)
            .map(address -> address.toString().replaceAll(".*<|>.*", ""))
            .forEach(addresses::add);
      } catch (MessagingException e) {
        throw new AssertionError(e);
      }
    }
    return addresses;
  }

  private static List<MimeMessage> mails(World world) {
    List<MimeMessage> mails = new ArrayList<>();
    for (byte[] raw : world.rawDrafts()) {
      try {
        mails.add(new MimeMessage(MAIL, new ByteArrayInputStream(raw)));
      } catch (MessagingException e) {
        throw new AssertionError(e);
      }
    }
    return mails;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace("é", "e").replace("è", "e");
  }
}
