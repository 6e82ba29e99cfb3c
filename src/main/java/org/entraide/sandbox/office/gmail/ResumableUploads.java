package org.entraide.sandbox.office.gmail;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.Nullable;

/**
 * Uploads of a draft in two steps: a first request announces it and gets the address to put it to,
 * a second one puts it there, whole.
 */
final class ResumableUploads {

  private final Map<String, Begun> begun = new HashMap<>();
  private int last;

  /**
   * @param draftId the draft to replace; null to create one
   */
  private record Begun(@Nullable String draftId, @Nullable String threadId, String account) {}

  /** Answers a request that belongs to such an upload. */
  Optional<OfficeResponse> intercept(GmailCall call, String key) {
    OfficeRequest request = call.request();
    if (!request.parameter("uploadType").orElse("").equals("resumable")) {
      return Optional.empty();
    }
    Optional<String> id = request.parameter("upload_id");
    return Optional.of(id.isPresent() ? put(call, id.get()) : begin(call, key));
  }

  private OfficeResponse begin(GmailCall call, String key) {
    OfficeRequest request = call.request();
    String draftId = key.startsWith("PUT") ? call.id() : null;
    if (draftId != null) {
      call.mailbox().draft(draftId);
    }
    last++;
    String id = "office-upload-" + last;
    begun.put(
        id,
        new Begun(draftId, DraftUpload.thread(OfficeJson.body(request)), call.caller().account()));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Location",
        "http://%s%s?uploadType=resumable&upload_id=%s"
            .formatted(request.header("Host").orElse("127.0.0.1"), request.rawPath(), id));
    headers.put("X-GUploader-UploadID", id);
    return new OfficeResponse(200, headers, new byte[0]);
  }

  private OfficeResponse put(GmailCall call, String id) {
    String range = call.request().header("Content-Range").orElse("");
    int length = call.request().body().length;
    if (!range.isEmpty() && !range.equals("bytes 0-%d/%d".formatted(length - 1, length))) {
      throw ApiException.unsupported("resumable uploads in several pieces");
    }
    Begun upload = begun.remove(id);
    if (upload == null || !upload.account().equals(call.caller().account())) {
      throw ApiException.notFound();
    }
    DraftUpload whole = new DraftUpload(call.request().body(), upload.threadId());
    return upload.draftId() == null
        ? DraftMethods.create(call, whole)
        : DraftMethods.replace(call, upload.draftId(), whole);
  }
}
