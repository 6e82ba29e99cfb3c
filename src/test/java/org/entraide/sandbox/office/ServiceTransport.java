package org.entraide.sandbox.office;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import com.google.api.client.testing.http.MockLowLevelHttpRequest;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeService;

/** Carries the requests of Google's own client to a service, in process and for one caller. */
final class ServiceTransport extends HttpTransport {

  private final OfficeService service;
  private final Caller caller;

  ServiceTransport(OfficeService service, Caller caller) {
    this.service = service;
    this.caller = caller;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return new MockLowLevelHttpRequest(url) {
      @Override
      public LowLevelHttpResponse execute() throws IOException {
        Map<String, List<String>> headers = new HashMap<>(getHeaders());
        OfficeResponse answer = answer(OfficeRequest.of(method, url, headers, plain(this)));
        MockLowLevelHttpResponse response = new MockLowLevelHttpResponse();
        response.setStatusCode(answer.status());
        response.setContentType("application/json; charset=UTF-8");
        response.setContent(answer.body());
        return response;
      }
    };
  }

  private OfficeResponse answer(OfficeRequest request) {
    return answer(service, request, caller, true);
  }

  /** Asks a service, and checks that every name in its answer is one of Google's. */
  static OfficeResponse answer(
      OfficeService service, OfficeRequest request, Caller caller, boolean withErrors) {
    OfficeResponse answer;
    try {
      answer = service.handle(request, caller);
    } catch (ApiException e) {
      return OfficeResponse.refusal(e, withErrors);
    }
    // outside the try: a name that is not Google's must fail the test, and be no refusal
    service
        .answerSchema(request)
        .orElseThrow(() -> new AssertionError("The answer has no schema."))
        .check(OfficeJson.parse(answer.text()));
    return answer;
  }

  private static byte[] plain(MockLowLevelHttpRequest request) throws IOException {
    if (request.getStreamingContent() == null) {
      return new byte[0];
    }
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    request.getStreamingContent().writeTo(sent);
    if (!"gzip".equals(request.getContentEncoding())) {
      return sent.toByteArray();
    }
    try (GZIPInputStream plain =
        new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
      return plain.readAllBytes();
    }
  }
}
