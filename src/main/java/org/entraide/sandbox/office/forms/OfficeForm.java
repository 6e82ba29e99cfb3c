package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.Nullable;

/** A form, what its owner did with it and what people answered. */
public final class OfficeForm {

  private final String id;
  private String title;
  private final String documentTitle;
  private String description = "";
  private final InstantSource clock;
  private final RandomGenerator random;
  private final List<FormItem> items = new ArrayList<>();
  private final Set<String> editors = new LinkedHashSet<>();
  private final Map<String, FormResponse> responses = new LinkedHashMap<>();
  private ResponseSink sink = ResponseSink.NOWHERE;
  private @Nullable String linkedSpreadsheet;
  private String revision;
  private boolean collectsEmail;
  private boolean published = true;
  private boolean accepting = true;

  /**
   * Makes a form that is published, takes answers and asks nothing yet.
   *
   * @param clock by which answers are dated
   * @param random where the names of answers and revisions come from
   */
  public OfficeForm(String id, String title, InstantSource clock, RandomGenerator random) {
    this.id = id;
    this.title = title;
    this.documentTitle = title;
    this.clock = clock;
    this.random = random;
    this.revision = hex(4);
  }

  /** Adds an item at the bottom. */
  public OfficeForm item(FormItem item) {
    items.add(item);
    changed();
    return this;
  }

  /** Puts another item in the place of the one with the same id. */
  public void replace(FormItem item) {
    items.replaceAll(old -> old.id().equals(item.id()) ? item : old);
    changed();
  }

  /** What an edit of the form sets. */
  record Content(String title, String description, boolean collectsEmail, List<FormItem> items) {}

  Content content() {
    return new Content(title, description, collectsEmail, List.copyOf(items));
  }

  /** Edits the form, as its owner or a program does; the linked sheet follows. */
  void edit(Content content) {
    title = content.title();
    description = content.description();
    collectsEmail = content.collectsEmail();
    items.clear();
    items.addAll(content.items());
    changed();
  }

  private void changed() {
    revision = hex(4);
    sink.changed(this);
  }

  String revision() {
    return revision;
  }

  /** Who may edit the form. */
  Set<String> editors() {
    return Set.copyOf(editors);
  }

  /** An id that nothing in this form has. */
  String freshId() {
    String fresh = hex(4);
    boolean taken =
        items.stream().anyMatch(i -> i.id().equals(fresh)) || question(fresh).isPresent();
    return taken ? freshId() : fresh;
  }

  /** Ends the link: what is in the sheet stays, and nothing is added. */
  public void unlink() {
    linkedSpreadsheet = null;
    sink = ResponseSink.NOWHERE;
  }

  /** Lets an account read the form and its answers through the API. */
  public OfficeForm sharedWith(String account) {
    editors.add(account);
    return this;
  }

  /** Asks each respondent's e-mail address beside the questions. */
  public OfficeForm collectingEmail() {
    collectsEmail = true;
    return this;
  }

  /** Links the form: from now on the sink gets every answer. */
  public OfficeForm linkedTo(String spreadsheetId, ResponseSink listener) {
    linkedSpreadsheet = spreadsheetId;
    sink = listener;
    return this;
  }

  /** Publishes the form or not, and lets it take answers or not. */
  public void publish(boolean isPublished, boolean isAccepting) {
    published = isPublished;
    accepting = isAccepting;
  }

  /**
   * Answers the form.
   *
   * @param email the respondent's; kept only where the form collects it
   * @param answers values by question id
   * @throws IllegalStateException if the form takes no answers
   * @throws IllegalArgumentException if a question does not exist
   */
  public FormResponse submit(String email, Map<String, List<String>> answers) {
    requireOpen();
    requireQuestions(answers);
    String responseId = "ACYDB" + base64(32);
    FormResponse response =
        new FormResponse(
            responseId, clock.instant(), clock.instant(), collectsEmail ? email : "", answers);
    responses.put(responseId, response);
    sink.submitted(this, response);
    return response;
  }

  /**
   * Sends an answer again, changed.
   *
   * @param answers all values, not only the changed ones
   * @throws IllegalStateException if the form takes no answers
   * @throws IllegalArgumentException if the answer or a question does not exist
   */
  public FormResponse edit(String responseId, Map<String, List<String>> answers) {
    requireOpen();
    requireQuestions(answers);
    FormResponse old = require(responseId);
    FormResponse edited =
        new FormResponse(responseId, old.created(), clock.instant(), old.email(), answers);
    responses.put(responseId, edited);
    sink.edited(this, edited);
    return edited;
  }

  /**
   * Deletes an answer from the form; what the sheet holds stays.
   *
   * @throws IllegalArgumentException if the answer does not exist
   */
  public void deleteResponse(String responseId) {
    FormResponse old = require(responseId);
    responses.remove(responseId);
    sink.deleted(this, old);
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  public boolean collectsEmail() {
    return collectsEmail;
  }

  public boolean acceptsResponses() {
    return published && accepting;
  }

  /** The id of the spreadsheet that it is linked to. */
  public Optional<String> linkedSpreadsheet() {
    return Optional.ofNullable(linkedSpreadsheet);
  }

  /** The sheet that its answers land in, if any. */
  Optional<LinkedSheet> linkedSheet() {
    return sink instanceof LinkedSheet sheet ? Optional.of(sheet) : Optional.empty();
  }

  public List<FormItem> items() {
    return List.copyOf(items);
  }

  /** The questions, in the form's order, with the headers that the linked sheet gives them. */
  public List<FormColumn> columns() {
    return items.stream().flatMap(item -> item.columns().stream()).toList();
  }

  /** The question of this id. */
  public Optional<OfficeQuestion> question(String questionId) {
    return items.stream()
        .flatMap(item -> item.questions().stream())
        .filter(question -> question.id().equals(questionId))
        .findFirst();
  }

  /** Every answer, in the order of its first submission. */
  public List<FormResponse> responses() {
    return List.copyOf(responses.values());
  }

  public Optional<FormResponse> response(String responseId) {
    return Optional.ofNullable(responses.get(responseId));
  }

  boolean isSharedWith(String account) {
    return editors.contains(account);
  }

  private FormResponse require(String responseId) {
    return response(responseId)
        .orElseThrow(() -> new IllegalArgumentException("There is no such answer."));
  }

  private void requireOpen() {
    if (!acceptsResponses()) {
      throw new IllegalStateException("The form takes no answers.");
    }
  }

  private void requireQuestions(Map<String, List<String>> answers) {
    for (String questionId : answers.keySet()) {
      if (question(questionId).isEmpty()) {
        throw new IllegalArgumentException("The form has no question " + questionId + ".");
      }
    }
  }

  ObjectNode publishSettings() {
    ObjectNode settings = OfficeJson.object();
    settings
        .putObject("publishState")
        .put("isPublished", published)
        .put("isAcceptingResponses", acceptsResponses());
    return settings;
  }

  ObjectNode toJson() {
    ObjectNode json = OfficeJson.object().put("formId", id);
    ObjectNode info = json.putObject("info");
    info.put("title", title).put("documentTitle", documentTitle);
    if (!description.isEmpty()) {
      info.put("description", description);
    }
    ObjectNode settings = json.putObject("settings");
    if (collectsEmail) {
      settings.put("emailCollectionType", "RESPONDER_INPUT");
    }
    json.put("revisionId", revision);
    json.put("responderUri", "https://docs.google.com/forms/d/e/" + id + "/viewform");
    items.forEach(item -> json.withArray("items").add(item.toJson()));
    if (linkedSpreadsheet != null) {
      json.put("linkedSheetId", linkedSpreadsheet);
    }
    json.set("publishSettings", publishSettings());
    return json;
  }

  private String hex(int bytes) {
    byte[] raw = new byte[bytes];
    random.nextBytes(raw);
    return HexFormat.of().formatHex(raw);
  }

  private String base64(int bytes) {
    byte[] raw = new byte[bytes];
    random.nextBytes(raw);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}
