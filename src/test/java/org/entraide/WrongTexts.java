package org.entraide;

import static org.entraide.WrongWorld.RIGHT;
import static org.entraide.WrongWorld.added;
import static org.entraide.WrongWorld.encoded;
import static org.entraide.WrongWorld.garbled;
import static org.entraide.WrongWorld.saying;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Slips in {@code entraide.toml}. */
@NullMarked
final class WrongTexts {

  private WrongTexts() {}

  private static final String LONDRES = "campaigns.londres.";
  private static final String MATCHING = "[campaigns.londres.matching]\n";

  static Stream<WrongWorld> worlds() {
    return Stream.of(keys(), types(), values(), places(), whole()).flatMap(all -> all);
  }

  private static Stream<WrongWorld> keys() {
    return Stream.of(
        added(
            "a key that nobody knows",
            "zzzzzzz = 1",
            LONDRES + "zzzzzzz",
            "unknown key",
            "valid here: categories,"),
        added(
            "a key with a slip of the pen",
            "langauge = \"fr\"",
            LONDRES + "langauge",
            "unknown key",
            "did you mean \"language\"?"),
        added(
            "a key with a hyphen",
            "max-waiting-drafts = 3",
            LONDRES + "max-waiting-drafts",
            "unknown key",
            "did you mean \"max_waiting_drafts\"?"),
        added(
            "a key under the wrong table",
            "max_km = 3",
            LONDRES + "max_km",
            "unknown key",
            "it belongs under [campaigns.londres.matching]"),
        saying(
            "a table with a slip of the pen",
            "[geocode]\nprovider = \"ban\"\n" + RIGHT,
            "DIR/entraide.toml:1: geocode: ",
            "unknown key",
            "did you mean \"geocoder\"?"),
        added(
            "a field that nobody asks for",
            "[campaigns.londres.questions]\nneed = \"Besoin ?\"",
            LONDRES + "questions.need",
            "unknown key",
            "did you mean \"needs\"?"));
  }

  private static Stream<WrongWorld> types() {
    return Stream.of(
        added(
            "a number where a text is due",
            "poll = 30",
            LONDRES + "poll",
            "must be a text in quotes",
            "not the number 30"),
        added(
            "a text where a number is due",
            "max_waiting_drafts = \"100\"",
            LONDRES + "max_waiting_drafts",
            "must be a whole number, ",
            "without quotes"),
        added(
            "a text where yes or no is due",
            "consent_assumed = \"oui\"",
            LONDRES + "consent_assumed",
            "must be true or false, ",
            "without quotes"),
        added(
            "a text where a table is due",
            "matching = \"stable\"",
            LONDRES + "matching",
            "must be a table",
            "written [campaigns.londres.matching]"),
        added(
            "a delegate as a mere address in the list",
            "delegates = [\"a@example.org\"]",
            LONDRES + "delegates",
            "",
            "each begun with [[campaigns.londres.delegates]]"),
        added(
            "a decimal comma in quotes",
            MATCHING + "max_km = \"2,5\"",
            LONDRES + "matching.max_km",
            "must be a number",
            "without quotes"));
  }

  private static Stream<WrongWorld> values() {
    return Stream.of(
        added(
            "a time without its unit",
            "poll = \"30\"",
            LONDRES + "poll",
            "\"30\" has no unit",
            "write s, m, h, d or w"),
        added(
            "a unit spelled out",
            "poll = \"30 secondes\"",
            LONDRES + "poll",
            "\"30 secondes\"",
            "did you mean \"30s\"?"),
        added(
            "a unit that does not exist",
            "retention = \"3 lustres\"",
            LONDRES + "retention",
            "has no unit that is known",
            "s, m, h, d or w"),
        added(
            "a retention of an hour",
            "retention = \"1h\"",
            LONDRES + "retention",
            "not \"1h\"",
            ""),
        added(
            "a negative number",
            "max_waiting_drafts = -1",
            LONDRES + "max_waiting_drafts",
            "must be from 0 to 100000",
            "not -1"),
        added(
            "a number that is none",
            MATCHING + "max_km = nan",
            LONDRES + "matching.max_km",
            "must be more than 0",
            "at most 20040"),
        added(
            "a number beyond all bounds",
            "max_waiting_drafts = 99999999999999999999",
            LONDRES + "max_waiting_drafts",
            "must be from 0 to 100000",
            "not 99999999999999999999"),
        added(
            "a capacity of nobody",
            MATCHING + "capacity = 0",
            LONDRES + "matching.capacity",
            "must be from 1 to 100000",
            "not 0"),
        added(
            "distances that go back",
            MATCHING + "distance_bands_km = [1, 3, 2]",
            LONDRES + "matching.distance_bands_km",
            "must ascend",
            "2.0 comes after 3.0"),
        added(
            "a policy that does not exist",
            MATCHING + "policy = \"fair\"",
            LONDRES + "matching.policy",
            "\"fair\" is not known here",
            "write one of stable, coverage, best-fit"),
        added(
            "a category in another language",
            MATCHING + "checked_only = [\"courses\"]",
            LONDRES + "matching.checked_only",
            "\"courses\" is not known here",
            ""),
        added(
            "a language that is not spoken",
            "language = \"de\"",
            LONDRES + "language",
            "not \"de\"",
            ""),
        saying(
            "the United Kingdom by its other letters",
            RIGHT.replace("\"GB\"", "\"UK\""),
            "DIR/entraide.toml:8: campaigns.londres.country: ",
            "\"UK\"",
            "did you mean \"GB\"?"),
        saying(
            "a delegate who is no address",
            RIGHT.replace("delegue@example.org", "Mme la déléguée"),
            "DIR/entraide.toml:7: campaigns.londres.delegate: ",
            "is no e-mail address",
            ""),
        added(
            "an address of the web without its beginning",
            "privacy_url = \"example.org\"",
            LONDRES + "privacy_url",
            "is no web address",
            "write it whole, such as \"https://example.org/\""));
  }

  private static Stream<WrongWorld> places() {
    return Stream.of(
        saying(
            "the link of the form where the sheet's is due",
            RIGHT.replace("1Sheet", "https://docs.google.com/forms/d/1abc/edit"),
            "DIR/entraide.toml:6: campaigns.londres.spreadsheet: ",
            "this is the link of a form",
            "open the spreadsheet that its answers land in"),
        saying(
            "the link of a published copy",
            RIGHT.replace("1Sheet", "https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml"),
            "DIR/entraide.toml:6: campaigns.londres.spreadsheet: ",
            "published copy",
            "copy the address that ends in /edit"),
        saying(
            "an id that was shortened with dots",
            RIGHT.replace("1Sheet", "1AbC…"),
            "DIR/entraide.toml:6: campaigns.londres.spreadsheet: ",
            "holds no ID",
            "write the spreadsheet’s address"),
        added(
            "the link at which people answer",
            "form = \"https://docs.google.com/forms/d/e/1FAIpQLSabc/viewform\"",
            LONDRES + "form",
            "this is the link that people answer at",
            "copy the address of that page"),
        added(
            "the link of the sheet where the form's is due",
            "form = \"https://docs.google.com/spreadsheets/d/1abc/edit\"",
            LONDRES + "form",
            "this is the link of a spreadsheet",
            "open the form itself"),
        added(
            "two campaigns with one sheet",
            "[campaigns.paris]\ndelegate = \"a@example.org\"\nspreadsheet = \"1Sheet\"",
            "campaigns.paris.spreadsheet",
            "is the campaign londres’s already",
            ""),
        added(
            "a title that is a link",
            "title = \"entraide-londres.org\"",
            LONDRES + "title",
            "must begin with a letter or a digit, and hold no link and no brackets",
            ""),
        added(
            "an emergency number in words",
            "emergency = \"le 15\"",
            LONDRES + "emergency",
            "is no short number",
            "write digits, such as"),
        added(
            "a title of two lines",
            "title = \"Entraide\\nde Londres\"",
            LONDRES + "title",
            "must be one line of 1 to 100 characters",
            ""),
        added(
            "a delegate's name of a whole page",
            "delegate_name = \"" + "Claire ".repeat(40) + "\"",
            LONDRES + "delegate_name",
            "must be one line of 1 to 100 characters",
            ""),
        saying(
            "a geocoder with a slip of the pen",
            "[geocoder]\nprovider = \"foton\"\n" + RIGHT,
            "DIR/entraide.toml:2: geocoder.provider: ",
            "\"foton\" is not known here",
            "did you mean \"photon\"?"),
        saying(
            "metrics that anybody could read",
            "[metrics]\nlisten = \"0.0.0.0:9464\"\n" + RIGHT,
            "DIR/entraide.toml:2: metrics.listen: ",
            "whoever reaches it reads without a password",
            "write \"127.0.0.1:9464\""),
        saying(
            "a port that does not exist",
            "[metrics]\nlisten = \"127.0.0.1:99999\"\n" + RIGHT,
            "DIR/entraide.toml:2: metrics.listen: ",
            "is no address to listen on",
            "write HOST:PORT such as \"127.0.0.1:9464\""),
        saying(
            "a password in the journal's address",
            RIGHT.replace(
                "[state]\n", "[state]\njournal = \"jdbc:postgresql://db/x?password=hush\"\n"),
            "DIR/entraide.toml:4: state.journal: ",
            "must hold no password",
            "name that in journal_password_file"),
        saying(
            "a path that begins with a tilde",
            RIGHT.replace("\"credentials.json\"", "\"~/credentials.json\""),
            "DIR/entraide.toml:2: google.credentials: ",
            "~ means nothing in a file",
            "write the whole path"),
        added(
                "a campaign whose name has a space",
                "[campaigns.\"la deuxième\"]\nspreadsheet = \"2\"\ndelegate = \"a@example.org\"",
                "",
                "",
                "")
            .placed(
                "DIR/entraide.toml:9: campaigns.\"la deuxième\": ",
                "the name of a campaign has letters, digits, - and _ only"));
  }

  private static Stream<WrongWorld> whole() {
    String nobody = "there is no campaign";
    String begin = "begin one with [campaigns.NAME]";
    return Stream.of(
        saying("an empty file", "", "DIR/entraide.toml:1: campaigns: ", nobody, begin),
        saying(
            "a file without a campaign",
            "[google]\ncredentials = \"c.json\"\n",
            "DIR/entraide.toml:1: campaigns: ",
            nobody,
            begin),
        saying(
            "a campaign without a sheet",
            RIGHT.replace("spreadsheet = \"1Sheet\"\n", ""),
            "DIR/entraide.toml:5: campaigns.londres.spreadsheet: ",
            "missing",
            "it is the address of the sheet, https://docs.google.com/spreadsheets/d/…"),
        saying(
            "a campaign without a delegate",
            RIGHT.replace("delegate = \"delegue@example.org\"\n", ""),
            "DIR/entraide.toml:5: campaigns.londres.delegate: ",
            "missing",
            "it is the e-mail address whose drafts get the introductions"),
        saying(
            "nothing to sign in with",
            RIGHT.replace("credentials = \"credentials.json\"\n", ""),
            "DIR/entraide.toml:4: campaigns.londres.credentials: ",
            "missing",
            "neither this campaign nor [google] says which to use"),
        garbled(
            "a key twice",
            "country = \"IE\"",
            "Duplicate key",
            "is in line 8, too. Keep one of the two lines"),
        garbled(
            "a table twice",
            "[campaigns.londres]",
            "Table redefined",
            "is in line 5, too. Keep one"),
        garbled("a text without quotes", "tab = Réponses", "not TOML", "quotes are missing"),
        garbled("a quote that is never closed", "tab = \"Réponses", "not TOML", "quotes"),
        garbled(
            "a decimal comma",
            MATCHING + "max_km = 2,5",
            "not TOML",
            "decimal point: max_km = 2.5"),
        garbled(
            "quotes as a word processor writes them",
            "tab = “Réponses”",
            "not TOML",
            "straight quotes"),
        garbled(
            "a space as a web page has it",
            "tab\u00a0= \"Réponses\"",
            "not TOML",
            "a space that only looks like one"),
        encoded(
            "an accent in Windows' own encoding",
            RIGHT + "tab = \"Réponses\"\n",
            Charset.forName("windows-1252"),
            "DIR/entraide.toml:9: ",
            "is not in UTF-8",
            "save the file as UTF-8"),
        encoded(
            "a file as Notepad's Unicode has it",
            RIGHT,
            StandardCharsets.UTF_16,
            "DIR/entraide.toml:1: ",
            "is not in UTF-8",
            "save the file as UTF-8"));
  }
}
