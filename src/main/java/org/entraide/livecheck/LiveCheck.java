package org.entraide.livecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.entraide.campaign.port.FormSource;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.SheetAppearance;
import org.entraide.campaign.port.Table;
import org.entraide.form.Form;
import org.entraide.form.Question;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;

/** The whole rehearsal. It never sends, and writes only to a scratch sheet without answers. */
public final class LiveCheck {

  private final Scratch scratch;
  private final BrowserUser human;
  private int left;

  /** What it may use: all of it is to be thrown away afterwards. */
  public record Scratch(
      Table table, SheetAppearance appearance, Trials trials, FormSource form, Mailbox mailbox) {}

  /** The scratch sheet or form does not do; the message says why and what to do. */
  public static final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  public LiveCheck(Scratch scratch, BrowserUser human) {
    this.scratch = scratch;
    this.human = human;
  }

  /**
   * Asks every question.
   *
   * @param hearing is given each finding as it comes
   * @throws Unfit before anything is done, if the sheet is not the form's or has answers
   * @throws RemoteFailure if sheet or form cannot be read at all
   * @throws InterruptedException if the person gave up; what was made is cleared away
   */
  public List<ProbeFinding> run(Consumer<ProbeFinding> hearing)
      throws Unfit, RemoteFailure, InterruptedException {
    Workbook book = scratch.table().read();
    Form form = scratch.form().form();
    Tab tab = answers(book, form);
    SheetProbes sheet =
        new SheetProbes(
            scratch.table(), scratch.appearance(), human, tab.sheetId(), text(form, tab));
    MailProbes mail = new MailProbes(scratch.mailbox(), human);
    List<Probe> probes = new ArrayList<>(sheet.probes());
    probes.addAll(new TrialProbes(sheet, scratch.table(), scratch.trials(), human).probes());
    probes.addAll(mail.probes());
    List<ProbeFinding> findings = new ArrayList<>();
    try {
      for (Probe probe : probes) {
        ProbeFinding finding = probe.run();
        findings.add(finding);
        hearing.accept(finding);
      }
    } finally {
      left = mail.cleanUp();
    }
    return findings;
  }

  /** How many drafts of the last run are still there, since a person had changed them. */
  public int draftsLeft() {
    return left;
  }

  private static Tab answers(Workbook book, Form form) throws Unfit {
    if (!form.linkedSpreadsheet().equals(Optional.of(book.id()))) {
      throw new Unfit(
          "the scratch form's answers go elsewhere; in the form: Responses > Link to Sheets >"
              + " Select existing spreadsheet, and choose the scratch sheet");
    }
    Tab tab =
        book.tabs().stream().filter(Tab::hasForm).findFirst().orElseGet(() -> book.tabs().get(0));
    if (!tab.body().stream().allMatch(Row::isBlank)) {
      throw new Unfit(
          "the tab “"
              + tab.title()
              + "” holds answers already, and this check is for a scratch sheet; make a new form"
              + " and link it to a new sheet");
    }
    return tab;
  }

  private static String text(Form form, Tab tab) throws Unfit {
    return form.questions().stream()
        .filter(question -> question.choices().isEmpty())
        .map(Question::title)
        .filter(title -> SheetProbes.column(tab, title).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new Unfit(
                    "the scratch form needs a question with a short answer, whose column is in the"
                        + " scratch sheet"));
  }
}
