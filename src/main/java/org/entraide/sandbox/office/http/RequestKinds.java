package org.entraide.sandbox.office.http;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names requests for the log and the faults, without any word by which a person can be known. */
public final class RequestKinds {

  private static final Pattern READ_BY_POST =
      Pattern.compile("(?i)^.*(:(batch)?getByDataFilter|developerMetadata:search)");

  private static final Set<String> WORDS =
      Set.of(
          "v1",
          "v4",
          "gmail",
          "upload",
          "token",
          "revoke",
          "office",
          "spreadsheets",
          "values",
          "sheets",
          "developerMetadata",
          "forms",
          "responses",
          "users",
          "me",
          "profile",
          "drafts",
          "send",
          "messages",
          "threads",
          "history",
          "labels",
          "trash",
          "untrash",
          "modify",
          "settings",
          "watches");

  private RequestKinds() {}

  /** Such as {@code sheets.read}: whether Google's quota counts it as a read or a write. */
  public static String of(String service, OfficeRequest request) {
    boolean read =
        request.method().equals("GET") || READ_BY_POST.matcher(request.rawPath()).matches();
    return service + (read ? ".read" : ".write");
  }

  /** The path with every segment that is no word of the API replaced by a star. */
  public static String template(OfficeRequest request) {
    return request.segments().stream()
        .map(RequestKinds::word)
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String word(String segment) {
    int colon = segment.lastIndexOf(':');
    String name = colon < 0 ? segment : segment.substring(0, colon);
    String verb = colon < 0 ? "" : segment.substring(colon);
    boolean isVerb = verb.matches(":[a-z][A-Za-z]{3,}");
    return (WORDS.contains(name) ? name : "*") + (isVerb ? verb : "");
  }
}
