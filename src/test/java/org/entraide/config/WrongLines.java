package org.entraide.config;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Lines of a configuration that are wrong, and what is said of them. */
abstract class WrongLines {

  /** Five lines that are right, so that what a case adds begins on line 6. */
  static final String RIGHT =
      """
      [google]
      credentials = "credentials.json"
      [campaigns.x]
      spreadsheet = "1Sheet"
      delegate = "delegue@example.org"
      """;

  static String lines(String... lines) {
    return String.join("\n", lines);
  }

  static Arguments added(String lines, int line, String key, String cause) {
    return Arguments.of(RIGHT + lines, line, key, cause);
  }

  static Arguments first(String lines, int line, String key, String cause) {
    return Arguments.of(lines + "\n" + RIGHT, line, key, cause);
  }

  static Arguments whole(String text, int line, String key, String cause) {
    return Arguments.of(text, line, key, cause);
  }

  static Stream<Arguments> types() {
    return Stream.of(
        added("poll = 30", 6, "campaigns.x.poll", "must be a text in quotes, not the number 30"),
        added("tab = true", 6, "campaigns.x.tab", "must be a text in quotes, not true"),
        added("tab = 2020-03-15", 6, "campaigns.x.tab", "not a date or a time"),
        added("tab = [\"a\"]", 6, "campaigns.x.tab", "not a list"),
        added("tab = \" \"", 6, "campaigns.x.tab", "is empty; leave the line out"),
        added(
            "max_waiting_drafts = \"100\"",
            6,
            "campaigns.x.max_waiting_drafts",
            "must be a whole number, without quotes, not the text \"100\""),
        added(
            "max_waiting_drafts = 1.5",
            6,
            "campaigns.x.max_waiting_drafts",
            "must be a whole number, without quotes, not the number 1.5"),
        added(
            "max_waiting_drafts = 99999999999999999999",
            6,
            "campaigns.x.max_waiting_drafts",
            "must be from 0 to 100000"),
        added(
            "consent_assumed = \"yes\"",
            6,
            "campaigns.x.consent_assumed",
            "must be true or false, without quotes, not the text \"yes\""),
        added(
            "matching = 3",
            6,
            "campaigns.x.matching",
            "must be a table, written [campaigns.x.matching], not the number 3"),
        added(
            "delegates = \"a@b.fr\"",
            6,
            "campaigns.x.delegates",
            "each begun with [[campaigns.x.delegates]]"),
        added(
            "delegates = [\"a@b.fr\"]",
            6,
            "campaigns.x.delegates",
            "each begun with [[campaigns.x.delegates]]"),
        added(
            "[campaigns.x.categories]\nshopping = \"Courses\"",
            7,
            "campaigns.x.categories.shopping",
            "must be a list of texts"),
        added(
            "[campaigns.x.categories]\nshopping = [1]",
            7,
            "campaigns.x.categories.shopping",
            "every element must be a text in quotes, not the number 1"),
        added(
            "[campaigns.x.categories]\nshopping = [\"\"]",
            7,
            "campaigns.x.categories.shopping",
            "empty element"),
        added(
            "[campaigns.x.questions]\nneeds = 3",
            7,
            "campaigns.x.questions.needs",
            "must be a list of texts"),
        added(
            "[campaigns.x.matching]\nmax_km = \"five\"",
            7,
            "campaigns.x.matching.max_km",
            "must be a number, without quotes, not the text \"five\""),
        added(
            "[campaigns.x.matching]\ndistance_bands_km = 5",
            7,
            "campaigns.x.matching.distance_bands_km",
            "must be a list of numbers"),
        added("[campaigns]\ny = 3", 7, "campaigns.y", "must be a table"));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        added("poll = \"30\"", 6, "campaigns.x.poll", "\"30\" has no unit; write s, m, h, d or w"),
        added("poll = \"30 sec\"", 6, "campaigns.x.poll", "did you mean \"30s\"?"),
        added("poll = \"10 min\"", 6, "campaigns.x.poll", "did you mean \"10m\"?"),
        added("poll = \"3 fortnights\"", 6, "campaigns.x.poll", "has no unit that is known"),
        added("poll = \"1h30\"", 6, "campaigns.x.poll", "is no duration"),
        added("poll = \"0s\"", 6, "campaigns.x.poll", "must be from 1s to 1d, not \"0s\""),
        added("retention = \"1h\"", 6, "campaigns.x.retention", "must be from 1d to 3650d"),
        added("language = \"de\"", 6, "campaigns.x.language", "must be \"fr\" or \"en\""),
        added("country = \"UK\"", 6, "campaigns.x.country", "did you mean \"GB\"?"),
        added("country = \"Royaume-Uni\"", 6, "campaigns.x.country", "did you mean \"GB\"?"),
        added("country = \"XX\"", 6, "campaigns.x.country", "write two capitals"),
        added("privacy_url = \"example.org\"", 6, "campaigns.x.privacy_url", "is no web address"),
        added("privacy_url = \"https://a b\"", 6, "campaigns.x.privacy_url", "is no web address"),
        added(
            "form = \"https://docs.google.com/forms/d/e/1FAIpQLSabc/viewform\"",
            6,
            "campaigns.x.form",
            "copy the address of that page, https://docs.google.com/forms/d/ID/edit"),
        added(
            "form = \"https://forms.gle/abc\"",
            6,
            "campaigns.x.form",
            "this is the link that people answer at"),
        added(
            "form = \"https://docs.google.com/spreadsheets/d/1abc/edit\"",
            6,
            "campaigns.x.form",
            "link of a spreadsheet"),
        added("form = \"our form\"", 6, "campaigns.x.form", "holds no ID"),
        added(
            "credentials = \"~/c.json\"",
            6,
            "campaigns.x.credentials",
            "~ means nothing in a file"),
        added("credentials = \"a\\u0000b\"", 6, "campaigns.x.credentials", "is no path"),
        added(
            "[campaigns.x.matching]\nmax_km = -1",
            7,
            "campaigns.x.matching.max_km",
            "must be more than 0"),
        added(
            "[campaigns.x.matching]\nmax_km = nan",
            7,
            "campaigns.x.matching.max_km",
            "must be more than 0"),
        added(
            "[campaigns.x.matching]\nmax_km = inf",
            7,
            "campaigns.x.matching.max_km",
            "at most 20040"),
        added(
            "[campaigns.x.matching]\ncapacity = 0",
            7,
            "campaigns.x.matching.capacity",
            "must be from 1 to 100000, not 0"),
        added(
            "[campaigns.x.matching]\ndistance_bands_km = [1, 3, 2]",
            7,
            "campaigns.x.matching.distance_bands_km",
            "must ascend, but 2.0 comes after 3.0"),
        added(
            "[campaigns.x.matching]\ndistance_bands_km = [0, 1]",
            7,
            "campaigns.x.matching.distance_bands_km",
            "must be more than 0"),
        added(
            "[campaigns.x.matching]\ndistance_bands_km = []",
            7,
            "campaigns.x.matching.distance_bands_km",
            "one number at least"),
        added(
            "[campaigns.x.matching]\npolicy = \"bestfit\"",
            7,
            "campaigns.x.matching.policy",
            "did you mean \"best-fit\"?"),
        added(
            "[campaigns.x.matching]\nchecked_only = [\"child_care\"]",
            7,
            "campaigns.x.matching.checked_only",
            "did you mean \"childcare\"?"),
        added(
            "[campaigns.x.matching]\nhold_back = \"1 hour\"",
            7,
            "campaigns.x.matching.hold_back",
            "did you mean \"1h\"?"),
        added(
            "[campaigns.x.matching]\nhold_back = \"automatic\"",
            7,
            "campaigns.x.matching.hold_back",
            "write one such as \"1h\", or \"auto\""),
        added(
            "[campaigns.x.matching]\nhold_back = \"366d\"",
            7,
            "campaigns.x.matching.hold_back",
            "must be from 0s to 365d"),
        added(
            "[campaigns.x.questions]\nneeds = \"Aide ?\"\noffers = \"Aide ?\"",
            8,
            "campaigns.x.questions.offers",
            "is named under needs already"),
        added(
            "[[campaigns.x.delegates]]\nemail = \"a@b.fr\"\nnear = \"Dublin\"",
            8,
            "campaigns.x.delegates[1].near",
            "near and within_km go together"),
        added(
            "[[campaigns.x.delegates]]\nemail = \"a@b.fr\"\ncountries = [\"ie\"]",
            8,
            "campaigns.x.delegates[1].countries",
            "did you mean \"IE\"?"),
        added(
            "[[campaigns.x.delegates]]\nemail = \"a@b\"",
            7,
            "campaigns.x.delegates[1].email",
            "is no e-mail address"),
        added(
            "[campaigns.\"the second\"]\nspreadsheet = \"2\"\ndelegate = \"a@b.fr\"",
            6,
            "campaigns.\"the second\"",
            "letters, digits, - and _ only"),
        added(
            "[campaigns.y]\nspreadsheet = \"1Sheet\"\ndelegate = \"a@b.fr\"",
            7,
            "campaigns.y.spreadsheet",
            "is the campaign x’s already"),
        first(
            "[geocoder]\nprovider = \"foton\"", 2, "geocoder.provider", "did you mean \"photon\"?"),
        first(
            "[geocoder]\nprovider = \"oracle\"",
            2,
            "geocoder.provider",
            "write one of embedded, photon, nominatim, ban, postcodes-io"),
        first("[geocoder]\nurl = \"photon\"", 2, "geocoder.url", "is no web address"),
        first(
            "[geocoder]\nurl = \"https://x.example/api?q=\"",
            2,
            "geocoder.url",
            "must end before any “?” or “#”"),
        first("[metrics]\nlisten = \"9464\"", 2, "metrics.listen", "write HOST:PORT"),
        first("[metrics]\nlisten = \"127.0.0.1:99999\"", 2, "metrics.listen", "write HOST:PORT"),
        first("[metrics]\nlisten = 9464", 2, "metrics.listen", "must be a text in quotes"),
        first("[metrics]\nlisten = \"::1:9464\"", 2, "metrics.listen", "write HOST:PORT"),
        first("[metrics]\nport = 9464", 2, "metrics.port", "unknown key; valid here: listen"),
        first(
            "[metrics]\nlisten = \"0.0.0.0:9464\"",
            2,
            "metrics.listen",
            "reads without a password: write \"127.0.0.1:9464\", not \"0.0.0.0:9464\""),
        first("[metrics]\nlisten = \"[::]:1\"", 2, "metrics.listen", "only this machine reaches"),
        first("[metrics]\nlisten = \"128.0.0.1:1\"", 2, "metrics.listen", "only this machine"),
        first("[metrics]\nlisten = \"127.0.0.1.x.fr:1\"", 2, "metrics.listen", "only this machine"),
        first("[metrics]\nlisten = \"127.0.0.256:1\"", 2, "metrics.listen", "only this machine"),
        first("[metrics]\nlisten = \"serveur:9464\"", 2, "metrics.listen", "only this machine"),
        first("[alerts]\ncomand = [\"x\"]", 2, "alerts.comand", "did you mean \"command\"?"),
        first("[alerts]\n", 1, "alerts", "is empty; write command, webhook or heartbeat"),
        first("[alerts]\ncommand = []", 2, "alerts.command", "names no program"),
        first("[alerts]\ncommand = \"x\"", 2, "alerts.command", "must be a list of texts"),
        first("[alerts]\nwebhook = 1", 2, "alerts.webhook", "must be a text in quotes"),
        first("[alerts]\nwebhook = \"ntfy\"", 2, "alerts.webhook", "is no web address"),
        first("[alerts]\nwebhook = \"https://x/{\"", 2, "alerts.webhook", "is no web address"),
        first("[alerts]\nwebhook = \"http://x.fr/\"", 2, "alerts.webhook", "begin with \"https:"),
        first(
            "[alerts]\nheartbeat = \"http://127.0.0.1.x.fr/\"",
            2,
            "alerts.heartbeat",
            "begin with \"https:"),
        first("[alerts]\nwebhook = \"https://a:b@x.fr/\"", 2, "alerts.webhook", "no name or"),
        first("[alerts]\nwebhook = \"https://x.fr/#a\"", 2, "alerts.webhook", "before any #"),
        first("[letters]\nreply_to = \"Asso <a@b.fr>\"", 2, "letters.reply_to", "write it alone"),
        first("[letters]\nreply_to = \"été@b.fr\"", 2, "letters.reply_to", "stand ASCII letters"),
        first("[letters]\nreply_to = \"a..b@b.fr\"", 2, "letters.reply_to", "single dots"),
        first(
            "[state]\njournal = \"jdbc:mysql://db/x\"",
            2,
            "state.journal",
            "must begin with \"jdbc:postgresql:\""));
  }

  static Stream<Arguments> missing() {
    String google = "[google]\ncredentials = \"c.json\"\n";
    return Stream.of(
        whole("", 1, "campaigns", "there is no campaign; begin one with [campaigns.NAME]"),
        whole("# nothing", 1, "campaigns", "there is no campaign"),
        whole("[google]\n[campaigns]", 2, "campaigns", "there is no campaign"),
        whole(
            google + "[campaigns.x]\ndelegate = \"a@b.fr\"",
            3,
            "campaigns.x.spreadsheet",
            "missing; it is the address of the sheet"),
        whole(
            google + "[campaigns.x]\nspreadsheet = \"1\"",
            3,
            "campaigns.x.delegate",
            "missing; it is the e-mail address"),
        whole(
            "[campaigns.x]\nspreadsheet = \"1\"\ndelegate = \"a@b.fr\"",
            1,
            "campaigns.x.credentials",
            "neither this campaign nor [google]"),
        added(
            "[[campaigns.x.delegates]]\ncountries = [\"IE\"]",
            6,
            "campaigns.x.delegates[1].email",
            "missing"),
        whole(
            google
                + lines(
                    "[campaigns.x]",
                    "spreadsheet = \"https://docs.google.com/forms/d/1abc/edit\"",
                    "delegate = \"a@b.fr\""),
            4,
            "campaigns.x.spreadsheet",
            "link of a form"),
        whole(
            google
                + lines(
                    "[campaigns.x]",
                    "spreadsheet = \"https://docs.google.com/spreadsheets/d/e/2PACX-1abc/pubhtml\"",
                    "delegate = \"a@b.fr\""),
            4,
            "campaigns.x.spreadsheet",
            "published copy"),
        whole(
            google + "[campaigns.x]\nspreadsheet = \"1AbC…\"\ndelegate = \"a@b.fr\"",
            4,
            "campaigns.x.spreadsheet",
            "holds no ID"));
  }
}
